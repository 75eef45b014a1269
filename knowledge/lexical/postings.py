"""An incremental BM25 index: terms to documents, with room for one more at any time."""

from array import array
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log1p

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Bm25:
    """How fast repeating a term stops counting (``k1``), and how much length costs (``b``)."""

    k1: float
    b: float


@dataclass(slots=True)
class _Term:
    slots: "array[int]" = field(default_factory=lambda: array("i"))
    counts: "array[float]" = field(default_factory=lambda: array("f"))
    alive: int = 0


class Postings:
    """Documents are slots: small numbers, given in order by the caller, never used twice."""

    def __init__(self, bm25: Bm25) -> None:
        self._bm25 = bm25
        self._terms: dict[str, _Term] = {}
        self._lengths = array("f")
        self._total_length = 0.0
        self._alive = 0

    def __contains__(self, term: str) -> bool:
        """Tell whether some document has this term."""
        known = self._terms.get(term)
        return known is not None and known.alive > 0

    def add(self, counts: Mapping[str, float]) -> None:
        """Index the next slot: how often each term occurs, weights included."""
        slot, length = len(self._lengths), sum(counts.values())
        for name, count in counts.items():
            term = self._terms.setdefault(name, _Term())
            term.slots.append(slot)
            term.counts.append(count)
            term.alive += 1
        self._lengths.append(length)
        self._total_length += length
        self._alive += 1

    def retract(self, slot: int, terms: Iterable[str]) -> None:
        """Stop counting a document; the caller no longer asks for its slot."""
        for name in terms:
            self._terms[name].alive -= 1
        self._total_length -= self._lengths[slot]
        self._alive -= 1

    def scores(self, query: Mapping[str, float]) -> Scores:
        """Return the BM25 score of every slot; ``query`` weighs its terms."""
        scores = np.zeros(len(self._lengths), dtype=np.float32)
        costs = self._length_costs()
        for name, weight in query.items():
            term = self._terms.get(name)
            if term is None or term.alive == 0:
                continue
            slots = np.frombuffer(term.slots, dtype=np.int32)
            counts = np.frombuffer(term.counts, dtype=np.float32)
            gain = np.float32(weight * self.rarity(name) * (self._bm25.k1 + 1))
            scores[slots] += gain * counts / (counts + costs[slots])
        return scores

    def ceiling(self, query: Mapping[str, float]) -> float:
        """Return what a document would score that had nothing but every term, without end."""
        gains = (weight * self._rarity(self._holders(name)) for name, weight in query.items())
        return sum(gains) * (self._bm25.k1 + 1)

    def rarity(self, name: str) -> float:
        """Return the inverse document frequency of a term, 0 when nobody has it."""
        holders = self._holders(name)
        return self._rarity(holders) if holders else 0.0

    def _holders(self, name: str) -> int:
        term = self._terms.get(name)
        return term.alive if term else 0

    def _rarity(self, holders: int) -> float:
        return log1p((self._alive - holders + 0.5) / (holders + 0.5))

    def _length_costs(self) -> Scores:
        k1, b = self._bm25.k1, self._bm25.b
        mean = max(self._total_length / max(self._alive, 1), 1e-9)
        lengths = np.frombuffer(self._lengths, dtype=np.float32)
        return np.asarray(k1 * (1 - b) + k1 * b / mean * lengths, dtype=np.float32)
