"""Names of keys: each change of keys makes a new generation, whose files say which it is.

``standing.key`` and ``words-2026-W47.key`` are of the first generation, ``standing.2.key``
and ``words-2026-W47.2.key`` of the second.
"""

FIRST = 1


def named(base: str, generation: int) -> str:
    """Return the name of a key of a generation."""
    return base if generation == FIRST else f"{base}.{generation}"


def base_of(name: str) -> str:
    """Return what all generations of a key are called."""
    return name.partition(".")[0]


def generation_of(name: str) -> int:
    """Return which generation a key is of."""
    return int(name.partition(".")[2] or FIRST)
