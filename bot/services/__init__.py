"""What Entraide does: one folder a journey, one file a use case; none imports another."""
