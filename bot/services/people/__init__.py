"""What holds for a person, whatever they are to a request."""
