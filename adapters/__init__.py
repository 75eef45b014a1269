"""Everything that touches the world: platforms, database, clock, model, pictures."""
