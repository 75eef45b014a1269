"""Holds a collection and says, for a question, how each near document compares with it."""

from array import array
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from knowledge.analysis import Analysed, Question
from knowledge.fusion import Signals, Weights, peak, spread
from knowledge.lexical.grams import Grams
from knowledge.lexical.postings import Bm25, Postings, Scores
from knowledge.meanings import Meanings, Vectors

# Measured on development questions, see docs/adr/0003-search-fusion.md.
_WORDS = Bm25(k1=2.0, b=0.9)
_IDEAS = Bm25(k1=8.0, b=0.75)
_LETTERS = Bm25(k1=2.0, b=0.9)
_PASSAGE_LETTERS = Bm25(k1=1.2, b=0.5)
_CANDIDATES = 32

Slots = npt.NDArray[np.int64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The documents worth a close look, and how they compare.

    ``best`` is the place, in each document, of the passage that shows why: its letters come
    closest, or nearly so and it is in the asker's language;
    ``ceiling`` is what the words of one would score that had all of the question's.
    """

    slots: Slots
    signals: Signals
    best: Slots
    ceiling: float


class Index:
    """Documents are slots; one is added or retracted without touching the others.

    Words, ideas and rough meaning look at the whole collection and choose the candidates;
    letters, passages and exact meaning compare these only.
    """

    def __init__(self) -> None:
        self._words, self._ideas = Postings(_WORDS), Postings(_IDEAS)
        self._grams = Grams(documents=_LETTERS, passages=_PASSAGE_LETTERS)
        self._meanings = Meanings()
        self._alive = array("b")

    @property
    def slots(self) -> int:
        """How many slots were ever given."""
        return len(self._alive)

    @property
    def with_meaning(self) -> int:
        """How many documents have vectors."""
        return len(self._meanings)

    def add(self, document: Analysed) -> int:
        """Index a document and return its slot."""
        self._words.add(document.stems)
        self._ideas.add(document.ideas)
        self._grams.add(document.passages)
        self._alive.append(True)
        return len(self._alive) - 1

    def attach(self, slot: int, vectors: Vectors) -> None:
        """Give a document the vectors of its passages."""
        self._meanings.attach(slot, vectors)

    def retract(self, slot: int, document: Analysed) -> None:
        """Take a document out of every answer; ``document`` is what was added."""
        self._alive[slot] = False
        self._words.retract(slot, document.stems)
        self._ideas.retract(slot, document.ideas)
        self._grams.retract(slot)
        self._meanings.detach(slot)

    def compare(
        self, question: Question, weights: Weights, allowed: Mask | None = None
    ) -> Candidates | None:
        """Compare a question with its candidates among the allowed slots; None without any."""
        words = self._words.scores(question.stems)
        ideas = self._ideas.scores(question.ideas)
        rough = (weights.words + weights.letters) * peak(words) + weights.ideas * peak(ideas)
        if question.vector is not None:
            overview = self._meanings.overview(question.vector, self.slots)
            rough += weights.meaning * spread(overview)
        slots = self._chosen(rough, allowed)
        if not len(slots):
            return None
        letters = self._grams.scores(question.grams, slots, question.tongue)
        signals = Signals(
            words=words[slots],
            ideas=ideas[slots],
            letters=letters.documents,
            passage=letters.passages,
            meaning=self._meaning(question, slots),
        )
        return Candidates(slots, signals, letters.best, self._words.ceiling(question.stems))

    def _chosen(self, rough: Scores, allowed: Mask | None) -> Slots:
        alive = np.frombuffer(self._alive, dtype=np.bool_)
        slots = np.flatnonzero(alive if allowed is None else alive & allowed)
        if len(slots) > _CANDIDATES:
            slots = slots[np.argpartition(-rough[slots], _CANDIDATES)[:_CANDIDATES]]
        return slots

    def _meaning(self, question: Question, slots: Slots) -> Scores:
        if question.vector is None:
            return np.zeros(len(slots), dtype=np.float32)
        return self._meanings.likeness(question.vector, slots)
