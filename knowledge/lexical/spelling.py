"""Finds the known words that a mistyped word was meant to be."""

from array import array
from collections.abc import Iterable

import numpy as np
from rapidfuzz import process
from rapidfuzz.distance import OSA

_SHORTEST = 4  # a word of three letters is one typo away from too many others
_LONG = 8  # from here on two typos are forgiven
_SUGGESTIONS = 3
_BITS = {letter: 1 << place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz0123456789")}


class Spelling:
    """A growing vocabulary of folded words.

    Each word is also a set of letters in 64 bits: one typo changes two of them at most, so a
    comparison of bits leaves few candidates for the exact distance.
    """

    def __init__(self) -> None:
        self._words: list[str] = []
        self._known: set[str] = set()
        self._letters = array("Q")
        self._lengths = array("b")
        self._found: dict[str, tuple[str, ...]] = {}

    def __contains__(self, word: str) -> bool:
        """Tell whether the word is known as it is."""
        return word in self._known

    def learn(self, text: Iterable[str]) -> None:
        """Add words; short ones and numbers are never what was meant."""
        for word in set(text) - self._known:
            if len(word) >= _SHORTEST and word.isalpha():
                self._known.add(word)
                self._words.append(word)
                self._letters.append(_bits(word))
                self._lengths.append(min(len(word), 127))
                self._found.clear()

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the known words at the smallest forgivable distance, or none."""
        if len(word) < _SHORTEST or not word.isalpha():
            return ()
        found = self._found.get(word)
        if found is None:
            found = self._found[word] = self._search(word)
        return found

    def _search(self, word: str) -> tuple[str, ...]:
        typos = 2 if len(word) >= _LONG else 1
        letters = np.frombuffer(self._letters, dtype=np.uint64)
        lengths = np.frombuffer(self._lengths, dtype=np.int8)
        close = np.bitwise_count(letters ^ np.uint64(_bits(word))) <= 2 * typos
        close &= np.abs(lengths - np.int8(min(len(word), 127))) <= typos
        candidates = [self._words[i] for i in np.flatnonzero(close)]
        matches = process.extract(
            word, candidates, scorer=OSA.distance, score_cutoff=typos, limit=_SUGGESTIONS
        )
        best = min((distance for _, distance, _ in matches), default=0)
        nearest = tuple(match for match, distance, _ in matches if distance == best)
        alike = tuple(match for match in nearest if match[0] == word[0])
        # Few people mistype the first letter, and a short word that begins otherwise is a stranger.
        return alike if alike or len(word) < _LONG else nearest


def _bits(word: str) -> int:
    bits = 0
    for letter in word:
        bits |= _BITS.get(letter, 0)
    return bits
