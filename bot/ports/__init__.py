"""What the core needs from the world, named by role; ``adapters`` implements it."""
