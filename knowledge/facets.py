"""Knows which slots have which property, to narrow a search down."""

from array import array
from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt

Mask = npt.NDArray[np.bool_]


class Facets:
    """Properties of slots: a name and a value, as many as a slot has."""

    def __init__(self) -> None:
        self._slots: dict[tuple[str, str], array[int]] = {}

    def add(self, slot: int, properties: Iterable[tuple[str, str]]) -> None:
        """Note what a slot has; case and accents of values are the caller's choice."""
        for one in properties:
            self._slots.setdefault(one, array("i")).append(slot)

    def mask(self, slots: int, wanted: Mapping[str, tuple[str, ...]]) -> Mask | None:
        """Return the slots that have one of the values of every name; None when all may."""
        mask: Mask | None = None
        for name, values in wanted.items():
            having = np.zeros(slots, dtype=np.bool_)
            for value in values:
                found = self._slots.get((name, value))
                if found is not None:
                    having[np.frombuffer(found, dtype=np.int32)] = True
            mask = having if mask is None else mask & having
        return mask
