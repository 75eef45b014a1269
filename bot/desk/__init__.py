"""One module a journey: takes a gesture, calls a use case, builds the answer."""
