"""Other mentions of a person who was named in full: the surname alone, a short first name."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, never_a_name
from knowledge.redaction.writing import is_ordinary

_WORD: Final = re.compile(rf"(?<![\w'@-]){CAPITAL}(?![\w@])")
_SMALL: Final = re.compile(r"(?<![\w'@.-])[a-z]{5,}(?![\w'@-])")
_PART: Final = re.compile(r"[A-Za-z]{3,}")
_FEWEST_OF_SHORT: Final = 3


def echoes(text: Normalised, names: Iterable[Span]) -> Iterator[Span]:
    """Yield the words that repeat, or shorten, a word of the names found."""
    parts = {
        part.lower() for name in names for part in _PART.findall(text.text[slice(*name)])
    } - words("particles")
    if not parts:
        return
    short = {part[:end] for part in parts for end in range(_FEWEST_OF_SHORT, len(part))}
    for found in _WORD.finditer(text.text):
        word = found.group().lower()
        if word in parts or (word in short and not _is_a_word(word)):
            yield Span(*found.span())
    for found in _SMALL.finditer(text.text):
        if found.group() in parts and not _is_a_word(found.group()):
            yield Span(*found.span())


def _is_a_word(word: str) -> bool:
    return word in never_a_name() or is_ordinary(word)
