"""Turns a reading into a sparse row of numbers: concepts, words and pieces of words."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from knowledge.triage.reading import Reading

_SHORTEST_PIECE, _LONGEST_PIECE = 3, 6
_RARE = 2  # a word or a piece seen in fewer texts teaches nothing
_LEAST_SPREAD = 0.15


@dataclass(frozen=True, slots=True)
class Row:
    """The columns of a text that are not zero (each once), and their values."""

    columns: NDArray[np.int32]
    values: NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The column of each term, and the scale of each column.

    The words of a text have length one together, and so have the pieces of its words; concepts
    keep their own scale, for how many there are tells something.
    """

    columns: Mapping[str, int]
    scales: NDArray[np.float32]

    def row(self, reading: Reading) -> Row:
        """Return the numbers of ``reading``."""
        blocks = [
            _unit(*self._scaled(_words(reading))),
            _unit(*self._scaled(_pieces(reading))),
            self._scaled(_said(reading)),
        ]
        columns, values = zip(*blocks, strict=True)
        return Row(np.concatenate(columns), np.concatenate(values))

    def _scaled(self, counts: Mapping[str, int]) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
        known = [(self.columns[term], n) for term, n in counts.items() if term in self.columns]
        columns = np.array([column for column, _ in known], np.int32)
        often = np.log1p(np.array([n for _, n in known], np.float32))
        return columns, often * self.scales[columns]


def learn(
    readings: Sequence[Reading], concepts: Sequence[str], *, concept_weight: float
) -> Vocabulary:
    """Learn the columns from the examples: a rare word tells more than a common one.

    A concept said as often as it usually is has ``concept_weight``.
    """
    scales = {**_rarities(map(_words, readings)), **_rarities(map(_pieces, readings))}
    spreads = _spreads(readings)
    for name in sorted({name for concept in concepts for name in _names(concept)}):
        scales[name] = concept_weight / (spreads.get(name, 0.0) + _LEAST_SPREAD)
    columns = {term: column for column, term in enumerate(scales)}
    return Vocabulary(columns, np.array(list(scales.values()), np.float32))


def _unit(
    columns: NDArray[np.int32], values: NDArray[np.float32]
) -> tuple[NDArray[np.int32], NDArray[np.float32]]:
    return columns, values / (float(np.linalg.norm(values)) or 1.0)


def _words(reading: Reading) -> Counter[str]:
    return Counter(f" {token.word} " for token in reading.tokens)


def _pieces(reading: Reading) -> Counter[str]:
    return Counter(piece for token in reading.tokens for piece in _pieces_of(token.word))


@lru_cache(maxsize=20_000)
def _pieces_of(word: str) -> tuple[str, ...]:
    padded = f"^{word}$"
    return tuple(
        padded[start : start + length]
        for length in range(_SHORTEST_PIECE, _LONGEST_PIECE + 1)
        for start in range(len(padded) - length + 1)
    )


def _said(reading: Reading) -> Counter[str]:
    return Counter(name for match in reading.matches for name in _names(match.concept))


def _names(concept: str) -> tuple[str, ...]:
    """Return the columns of ``family.kind``: the family's and the concept's own."""
    family, _, kind = concept.partition(".")
    return (f"[{family}]", f"[{concept}]") if kind else (f"[{concept}]",)


def _rarities(texts: "map[Counter[str]]") -> dict[str, float]:
    counted = list(texts)
    seen = Counter(term for counts in counted for term in counts)
    return {
        term: 1 + math.log((1 + len(counted)) / (1 + documents))
        for term, documents in seen.items()
        if documents >= _RARE
    }


def _spreads(readings: Sequence[Reading]) -> Mapping[str, float]:
    squares: defaultdict[str, float] = defaultdict(float)
    for reading in readings:
        for name, count in _said(reading).items():
            squares[name] += math.log1p(count) ** 2
    return {name: math.sqrt(square / len(readings)) for name, square in squares.items()}
