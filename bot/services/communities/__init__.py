"""The peer groups: where they live, whom they help."""
