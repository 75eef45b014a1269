"""Capitalised words that no list knows: a brand, a small town, a rare surname."""

from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL_WORD, never_a_name
from knowledge.redaction.people.public import public_names
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary, starts_sentence

_JOINTS: Final = (" ", "-", "'")


class CapitalDoubt:
    """Highlights unknown words that owe their capital to nothing but themselves."""

    reason = SuspicionReason.CAPITALISED

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield unknown words, those that follow one another in one piece."""
        start = end = 0
        for span in _unknown_words(text):
            if not end or text.text[end : span.start] not in _JOINTS:
                yield Span(start, end)
                start = span.start
            end = span.end
        yield Span(start, end)


def _unknown_words(text: Normalised) -> Iterator[Span]:
    public = {at for span in public_names(text) for at in range(*span)}
    unknown: dict[str, bool] = {}
    for found in CAPITAL_WORD.finditer(text.text):
        word, at = found.group().lower(), found.start()
        if word not in unknown:
            unknown[word] = _is_unknown(word)
        if unknown[word] and at not in public and not starts_sentence(text.text, at):
            yield Span(*found.span())


def _is_unknown(word: str) -> bool:
    return (
        len(word) > 1
        and word not in never_a_name()
        and word not in entries("cities")
        and word not in words("departments")
        and not is_ordinary(word)
    )
