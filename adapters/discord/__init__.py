"""Entraide on Discord: interactions and private messages in, cards and threads out."""
