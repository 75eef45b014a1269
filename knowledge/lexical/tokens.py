"""Cuts text into what the indexes count: stems of words, and runs of four letters."""

from collections.abc import Sequence
from functools import cache
from importlib import resources

import numpy as np
import numpy.typing as npt
from Stemmer import Stemmer as Snowball

GramIds = npt.NDArray[np.int32]

# The letters of folded text: a space, a-z, 0-9. Four of them make one number.
_LETTERS = b" abcdefghijklmnopqrstuvwxyz0123456789"
_BASE = len(_LETTERS)
GRAM_LETTERS = 4
GRAMS = _BASE**GRAM_LETTERS
_TABLE = np.zeros(256, dtype=np.int32)
_TABLE[np.frombuffer(_LETTERS, dtype=np.uint8)] = np.arange(_BASE, dtype=np.int32)


@cache
def stopwords() -> frozenset[str]:
    """Return the words that say nothing about a situation."""
    return _listed("stopwords.txt")


@cache
def everyday_words() -> frozenset[str]:
    """Return words that are right as they are, however few cases use them."""
    return _listed("everyday.txt")


def _listed(name: str) -> frozenset[str]:
    text = (resources.files("knowledge.lexical") / name).read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return frozenset(word for line in lines for word in line.split())


class Stemmer:
    """French Snowball stems of folded words, each computed once; not for several threads."""

    def __init__(self) -> None:
        self._snowball = Snowball("french")
        self._known: dict[str, str] = {}

    def __call__(self, word: str) -> str:
        """Return the stem of one folded word."""
        stem = self._known.get(word)
        if stem is None:
            stem = self._known[word] = str(self._snowball.stemWord(word))
        return stem


def gram_ids(text: Sequence[str]) -> GramIds:
    """Return the distinct runs of four letters of folded words, spaces included, sorted."""
    letters = f" {' '.join(text)} ".encode("ascii")
    codes = _TABLE[np.frombuffer(letters, dtype=np.uint8)]
    if codes.size < GRAM_LETTERS:
        return np.empty(0, dtype=np.int32)
    ends = codes.size - GRAM_LETTERS + 1
    ids = codes[:ends].copy()
    for place in range(1, GRAM_LETTERS):
        ids *= _BASE
        ids += codes[place : place + ends]
    return np.unique(ids)
