"""Volunteers: applying, being approved, resting."""
