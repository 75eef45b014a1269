"""A question asked of a text: its labels, its word list, its examples."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Example = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to ask, which word list to read with, and how much to trust it.

    ``strength`` and ``concept_weight`` were chosen by cross-validation on the examples.
    """

    name: str
    lexicon: str
    labels: tuple[str, ...]
    labels_of: Callable[[Example], Sequence[str]]
    examples: Callable[[], Sequence[Example]]
    strength: float
    concept_weight: float
