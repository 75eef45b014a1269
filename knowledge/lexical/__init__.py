"""Finds texts by their words, their letters and their ideas, without any model."""
