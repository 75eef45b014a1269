"""From the first words to the last thanks."""
