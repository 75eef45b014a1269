"""What the adapters of platforms share, so that none imports another."""
