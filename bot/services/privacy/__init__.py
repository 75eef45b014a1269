"""What a person can see and erase of their own."""
