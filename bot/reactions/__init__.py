"""After the commit: what happened → who must see what."""
