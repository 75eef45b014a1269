"""Compares the letters of a question with those of a few documents and of their passages."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.lexical.postings import Bm25, Scores
from knowledge.lexical.tokens import GRAMS, GramIds
from knowledge.lexical.tongue import Tongue

Numbers = npt.NDArray[np.int64]

_FOREIGN = 0.6  # what a passage is worth as an explanation that is not in the asker's language
_SECOND = 0.25  # what the second best passage adds: the best may match by accident
_MOST_GRAMS = np.iinfo(np.uint16).max  # of one question


@dataclass(frozen=True, slots=True)
class PassageGrams:
    """The runs of letters of one passage; a quoted one is also compared by itself."""

    ids: GramIds
    weight: float
    quoted: bool
    tongue: Tongue = Tongue.UNSURE


@dataclass(frozen=True, slots=True)
class GramScores:
    """One number a document: its score, its best passages, the place of the one to show.

    That is the best one, unless one in the asker's language is nearly as good.
    """

    documents: Scores
    passages: Scores
    best: Numbers


@dataclass(frozen=True, slots=True)
class _Rows:
    """The passages of some documents, one after the other."""

    owners: Numbers  # which of the documents
    starts: Numbers  # where each document's passages begin
    lengths: npt.NDArray[np.int32]
    weights: Scores
    quoted: npt.NDArray[np.int8]
    tongues: npt.NDArray[np.int8]


class Grams:
    """What runs of four letters each passage has.

    Any question shares some run with most documents, so postings would be read almost whole.
    Reading the runs of the few documents that words and ideas have found costs the same whatever
    the size of the collection, and a document is added by appending.
    """

    def __init__(self, *, documents: Bm25, passages: Bm25) -> None:
        self._documents, self._passages = documents, passages
        self._ids, self._first_ids = array("i"), array("q", [0])
        self._passage_lengths, self._first_passages = array("i"), array("q", [0])
        self._weights, self._quoted, self._tongues = array("f"), array("b"), array("b")
        self._lengths = array("f")
        self._holders = np.zeros(GRAMS, dtype=np.int32)  # how many documents have each run
        # Scratch: which runs the question has, and where in it.
        self._asked, self._places = np.zeros(GRAMS, np.bool_), np.zeros(GRAMS, np.uint16)
        self._alive_documents = self._alive_passages = self._alive_ids = 0
        self._alive_length = 0.0

    def add(self, passages: Sequence[PassageGrams]) -> None:
        """Index the next slot: at least one passage, which may be empty."""
        for passage in passages:
            self._ids.frombytes(passage.ids.astype(np.int32).tobytes())
            self._passage_lengths.append(len(passage.ids))
            self._weights.append(passage.weight)
            self._quoted.append(passage.quoted)
            self._tongues.append(passage.tongue)
        self._first_passages.append(len(self._passage_lengths))
        self._first_ids.append(len(self._ids))
        self._lengths.append(sum(p.weight * len(p.ids) for p in passages))
        self._count(len(self._lengths) - 1, 1)

    def retract(self, slot: int) -> None:
        """Stop counting a document; the caller no longer asks for its slot."""
        self._count(slot, -1)

    def scores(
        self, question: GramIds, slots: Numbers, asked_in: Tongue = Tongue.UNSURE
    ) -> GramScores:
        """Return the BM25 scores of these documents, of which there is at least one."""
        question = question[:_MOST_GRAMS]
        rows, rarity = self._rows(slots), self._rarity(question)
        found, terms = self._matches(question, slots)
        passage_of = np.repeat(np.arange(len(rows.lengths)), rows.lengths)[found]
        passages = self._passage_scores(passage_of, rarity[terms], rows)
        cells = rows.owners[passage_of] * len(question) + terms
        size = len(slots) * len(question)
        repeats = np.bincount(cells, rows.weights[passage_of], minlength=size).astype(np.float64)
        documents = self._document_scores(repeats.reshape(len(slots), -1), slots, rarity)
        foreign = rows.tongues * asked_in < 0
        shown = _first_of(np.where(foreign, passages * np.float32(_FOREIGN), passages), rows)
        return GramScores(documents, _two_best(passages, rows), shown - rows.starts)

    def _count(self, slot: int, sign: int) -> None:
        first, end = self._first_ids[slot], self._first_ids[slot + 1]
        ids = np.frombuffer(self._ids, dtype=np.int32)[first:end]
        self._holders[np.unique(ids)] += sign
        self._alive_documents += sign
        self._alive_passages += sign * (self._first_passages[slot + 1] - self._first_passages[slot])
        self._alive_ids += sign * (end - first)
        self._alive_length += sign * self._lengths[slot]

    def _rows(self, slots: Numbers) -> _Rows:
        first = np.frombuffer(self._first_passages, dtype=np.int64)
        counts = first[slots + 1] - first[slots]
        ends = np.cumsum(counts)
        rows = np.arange(ends[-1]) + np.repeat(first[slots] - (ends - counts), counts)
        return _Rows(
            owners=np.repeat(np.arange(len(slots)), counts),
            starts=ends - counts,
            lengths=np.frombuffer(self._passage_lengths, dtype=np.int32)[rows],
            weights=np.frombuffer(self._weights, dtype=np.float32)[rows],
            quoted=np.frombuffer(self._quoted, dtype=np.int8)[rows],
            tongues=np.frombuffer(self._tongues, dtype=np.int8)[rows],
        )

    def _matches(self, question: GramIds, slots: Numbers) -> tuple[Numbers, Numbers]:
        """Return where the documents' runs are the question's, and which of these they are."""
        ids = np.frombuffer(self._ids, dtype=np.int32)
        first = np.frombuffer(self._first_ids, dtype=np.int64)
        read = np.concatenate([ids[first[slot] : first[slot + 1]] for slot in slots])
        self._asked[question] = True
        self._places[question] = np.arange(len(question))
        found = np.flatnonzero(self._asked.take(read))
        self._asked[question] = False
        return found, self._places.take(read.take(found)).astype(np.int64)

    def _rarity(self, question: GramIds) -> Scores:
        holders = self._holders[question]
        rarity = np.log1p((self._alive_documents - holders + 0.5) / (holders + 0.5))
        return np.where(holders > 0, rarity, 0).astype(np.float32)

    def _passage_scores(self, passage_of: Numbers, gains: Scores, rows: _Rows) -> Scores:
        mean = self._alive_ids / max(self._alive_passages, 1)
        costs = _length_costs(self._passages, rows.lengths, mean)
        sums = np.bincount(passage_of, gains, minlength=len(rows.lengths))
        scores = sums * (self._passages.k1 + 1) / (1 + costs) * rows.quoted
        return np.asarray(scores, dtype=np.float32)

    def _document_scores(
        self, repeats: npt.NDArray[np.float64], slots: Numbers, rarity: Scores
    ) -> Scores:
        lengths = np.frombuffer(self._lengths, dtype=np.float32)[slots]
        mean = self._alive_length / max(self._alive_documents, 1)
        costs = _length_costs(self._documents, lengths, mean)[:, None]
        saturated = repeats * (self._documents.k1 + 1) / (repeats + costs)
        return np.asarray(saturated @ rarity, dtype=np.float32)


def _length_costs(
    bm25: Bm25, lengths: npt.NDArray[np.int32] | Scores, mean: float
) -> npt.NDArray[np.float64]:
    costs = bm25.k1 * (1 - bm25.b + bm25.b * lengths.astype(np.float64) / max(mean, 1e-9))
    return np.maximum(costs, 1e-9)


def _two_best(scores: Scores, rows: _Rows) -> Scores:
    """Return, of each document, the best score and a part of the second best."""
    best = _first_of(scores, rows)
    rest = scores.copy()
    rest[best] = 0
    second = np.maximum.reduceat(rest, rows.starts)
    return np.asarray(scores[best] + np.float32(_SECOND) * second, dtype=np.float32)


def _first_of(scores: Scores, rows: _Rows) -> Numbers:
    """Return the row of each document's best passage; of equals, the first."""
    highest = np.maximum.reduceat(scores, rows.starts)
    best = np.flatnonzero(scores == highest[rows.owners])
    _, places = np.unique(rows.owners[best], return_index=True)
    return np.asarray(best[places], dtype=np.int64)
