"""From a resolved request to a published case."""
