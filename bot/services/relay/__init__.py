"""The conversation between a requester and the mentors."""
