"""Redaction and triage of ``knowledge`` behind the core's ports, off the event loop."""

from collections.abc import Iterator, Sequence

from adapters.thinking import thought
from bot.domain.people import Language
from bot.domain.reading import Assessment, Found, Redacted
from bot.domain.vocabulary import Category, Urgency
from knowledge.redaction import Redaction, redact
from knowledge.triage import Triage


class KnowledgeRedactor:
    """Masks what identifies; linear in the length of the text."""

    def redact(
        self, text: str, *, names: Sequence[str], language: Language, readers: Sequence[str] = ()
    ) -> Redacted:
        """Return the masked text, with the places of masks and doubts in it."""
        done = redact(text, names, language, readers)
        doubts = tuple(Found(d.start, d.end, d.reason.value) for d in done.suspicions)
        return Redacted(done.text, tuple(_masks_in(done)), doubts)


def _masks_in(done: Redaction) -> Iterator[Found]:
    """Yield where each mask stands in the masked text; the library tells it in the original."""
    shift = 0
    for mask in done.masks:
        start = mask.start + shift
        end = done.text.index("]", start) + 1
        shift = end - mask.end
        yield Found(start, end, mask.kind.value)


class KnowledgeTriage:
    """Reads a text for what it is about; nothing of the answer is stored here."""

    def __init__(self, triage: Triage) -> None:
        self._triage = triage

    async def assess(self, text: str) -> Assessment:
        """Return categories with their probability, urgency and risk."""
        found = await thought(self._triage.assess, text)
        return Assessment(
            tuple((Category(name), probability) for name, probability in found.categories),
            Urgency(found.urgency),
            found.risk,
        )

    async def is_blaming(self, reply: str) -> bool:
        """Say whether a reply reads as a reproach."""
        tone = await thought(self._triage.tone, reply)
        return tone.label == "blame"
