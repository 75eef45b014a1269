"""Reading what people send: masking, triage, pictures."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.domain.people import Language
from bot.domain.relay import Picture
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


class Redactor(Protocol):
    """Masks what identifies."""

    def redact(self, text: str, *, names: Sequence[str], language: Language) -> Redacted: ...


@dataclass(frozen=True, slots=True)
class Assessment:
    """A first reading of a crisis; ``risk`` is for the writer's eyes only, never stored."""

    categories: tuple[tuple[Category, float], ...]
    urgency: Urgency
    risk: Literal["danger", "distress", "none"]


class Triage(Protocol):
    """Reads a text for what it is about and how urgent it is."""

    async def assess(self, text: str) -> Assessment: ...
    async def is_blaming(self, reply: str) -> bool:
        """Say whether a reply reads as a reproach rather than as help."""
        ...


class Pictures(Protocol):
    """Re-makes pictures so that nothing but the image is left."""

    async def remake(self, data: bytes) -> Picture:
        """Return a clean copy; raises ``BadFile`` with the sentence that helps."""
        ...
