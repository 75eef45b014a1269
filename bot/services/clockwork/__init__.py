"""What happens because time passed; each takes its timer in its own transaction."""
