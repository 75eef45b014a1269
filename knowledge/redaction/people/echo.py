"""Other mentions of a person who was named in full: the surname alone, a short first name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, never_a_name
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary

_WORD: Final = re.compile(rf"{CAPITAL}(?![\w@])")
_SMALL: Final = re.compile(r"[a-z]+(?![\w'@-])")
_PART: Final = re.compile(r"[A-Za-z]{3,}")
_GLUE: Final = frozenset("@.-_/#")
_FEWEST_OF_SHORT: Final = 3
_FEWEST_SMALL: Final = 5


def echoes(text: Normalised, names: Iterable[Span]) -> Iterator[Span]:
    """Yield the words that repeat, or shorten, a word of the names found."""
    written = {text.text[slice(*name)] for name in names}
    parts = {part.lower() for name in written for part in _PART.findall(name)} - words("particles")
    short = {part[:end] for part in parts for end in range(_FEWEST_OF_SHORT, len(part))}
    known = [word for word in text.places if word in parts]
    shortened = [word for word in text.places if word in short and not _is_a_word(word)]
    small = [word for word in known if len(word) >= _FEWEST_SMALL and not _is_a_word(word)]
    for triggers, pattern in (((*known, *shortened), _WORD), (small, _SMALL)):
        for found in text.matches_at(triggers, pattern, cased=True):
            if text.text[found.start() - 1 : found.start()] not in _GLUE:
                yield Span(*found.span())


def _is_a_word(word: str) -> bool:
    return word in never_a_name() or is_ordinary(word)
