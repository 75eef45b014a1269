"""A store that forgets everything when the process ends: for tests, and to try things out."""
