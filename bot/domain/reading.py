"""What was read in a text: masks, doubts, and what it is about."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.vocabulary import Category, Urgency


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``start`` to ``end`` (excluded) of the masked text."""

    start: int
    end: int
    kind: str


@dataclass(frozen=True, slots=True)
class Redacted:
    """A masked text, what was masked in it, and what may identify but was left."""

    text: str
    masks: tuple[Found, ...] = ()
    doubts: tuple[Found, ...] = ()


@dataclass(frozen=True, slots=True)
class Assessment:
    """A first reading of a crisis; ``risk`` is for the writer's eyes only, never stored."""

    categories: tuple[tuple[Category, float], ...]
    urgency: Urgency
    risk: Literal["danger", "distress", "none"]
