"""Reads text as plain words: lower case, no accents, no punctuation."""

import re
import unicodedata

_WORD = re.compile(r"[a-z0-9]+")
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "Œ": "oe", "Æ": "ae", "ß": "ss", "’": "'"})


def fold(text: str) -> str:
    """Return ``text`` in lower case without accents or ligatures, one code point form."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower()


def words(text: str) -> list[str]:
    """Return the folded words of ``text``; an apostrophe or hyphen separates words."""
    return _WORD.findall(fold(text))


def word_count(text: str) -> int:
    """Count words as a writer does: what spaces separate, bare punctuation left out."""
    return sum(1 for piece in text.split() if any(c.isalnum() for c in piece))
