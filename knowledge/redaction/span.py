"""A place in a text."""

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (excluded) of a text."""

    start: int
    end: int
