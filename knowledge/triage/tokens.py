"""Cuts a text into folded words, shorthand spelt out, each with its place in the text."""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from knowledge.triage.data import read_lines
from knowledge.words import fold

_PIECE = re.compile(r"[^\W\d_]+|\d+")
_STRETCHED = re.compile(r"(.)\1{2,}")  # "nooon", "aaaide": two letters are enough


@dataclass(frozen=True, slots=True)
class Token:
    """A folded word, and the characters it came from."""

    word: str
    start: int
    end: int


def normalised(text: str) -> str:
    """Return ``text`` in the composed form that token positions refer to."""
    return unicodedata.normalize("NFC", text)


def tokenise(text: str) -> list[Token]:
    """Return the words of a normalised text; an apostrophe or a hyphen separates words."""
    return [
        Token(word, piece.start(), piece.end())
        for piece in _PIECE.finditer(text)
        for word in _spelt_out(piece[0])
    ]


def _spelt_out(piece: str) -> list[str]:
    word = _STRETCHED.sub(r"\1\1", fold(piece))
    return _shorthand().get(word, word).split()


@cache
def _shorthand() -> Mapping[str, str]:
    pairs = (line.split("=", 1) for line in read_lines("shorthand.txt"))
    return {short.strip(): full.strip() for short, full in pairs}
