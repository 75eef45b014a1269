"""`entraide search`: the memory, from a terminal."""
