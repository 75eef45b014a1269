"""Reads text as plain words: lower case, no accents, no punctuation."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = {"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ß": "ss", "’": "'"}
_LETTERS = str.maketrans(_LIGATURES)
_ACCENTS = dict.fromkeys(range(0x300, 0x370))  # what is left of é once it is taken apart


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents or ligatures, one code point form."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return decomposed.translate(_ACCENTS).lower()


def words(text: str) -> list[str]:
    """Return the folded words of ``text``; an apostrophe or hyphen separates words."""
    return _WORD.findall(fold(text))


def word_count(text: str) -> int:
    """Count words as a writer does: what spaces separate, bare punctuation left out."""
    return sum(1 for piece in text.split() if any(c.isalnum() for c in piece))
