"""What tells that a word is somebody's name: one clue a file, all of the same shape."""
