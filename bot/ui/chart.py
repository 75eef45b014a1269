"""The neutral vocabulary of pictures of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    """A labelled length; ``shown`` is what is written at its end."""

    label: str
    value: float
    shown: str


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that share a scale."""

    title: str
    bars: Sequence[Bar]


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures in large, then panels of bars."""

    title: str
    figures: Sequence[tuple[str, str]]
    panels: Sequence[Panel]
