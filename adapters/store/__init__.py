"""Where everything is kept: sealed before it is stored, saved before it is said."""
