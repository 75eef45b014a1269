"""Reading what people send: masking, triage, pictures."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.people import Language
from bot.domain.reading import Assessment, Redacted
from bot.domain.relay import Picture


class Redactor(Protocol):
    """Masks what identifies."""

    def redact(
        self, text: str, *, names: Sequence[str], language: Language, readers: Sequence[str] = ()
    ) -> Redacted:
        """Mask ``text`` and all ``names`` in it; ``readers`` may be greeted by theirs."""
        ...


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
