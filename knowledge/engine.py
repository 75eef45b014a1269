"""Ranks the texts of any collection for a question; cases are one collection among others."""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from knowledge.analysis import Analyzer, Document, Question
from knowledge.embedder import Embedder, Vectors
from knowledge.facets import Facets
from knowledge.fusion import Weights, fused
from knowledge.index import Candidates, Index
from knowledge.lexical.concepts import shipped_concepts
from knowledge.lexical.postings import Scores
from knowledge.lexical.tokens import Stemmer

# Hears how many steps of how many are done.
Progress = Callable[[int, int], None]
Wanted = Mapping[str, tuple[str, ...]]

_BATCH = 32  # documents encoded at a time: progress is seen, and memory stays small


@dataclass(frozen=True, slots=True)
class Ranking:
    """The candidates of a question, in no order, with their scores from 0 to 1."""

    question: Question
    documents: tuple[Document, ...]
    candidates: Candidates
    scores: Scores


class Engine:
    """An index, an embedder and a lock.

    Searches and changes take turns, each for some milliseconds; encoding, which is slow, happens
    outside the lock, so that nobody waits for a model that is busy with new documents.
    """

    def __init__(self, weights: Weights, *, embedder: Embedder | None = None) -> None:
        self._weights, self._embedder = weights, embedder
        stemmer = Stemmer()
        self._analyzer = Analyzer(shipped_concepts(stemmer), stemmer)
        self._index, self._facets = Index(), Facets()
        self._slots: dict[str, int] = {}
        self._documents: list[Document] = []
        self._lock = threading.Lock()

    def __len__(self) -> int:
        """How many documents can be found."""
        return len(self._slots)

    def add(self, documents: Sequence[Document], *, progress: Progress | None = None) -> None:
        """Make documents findable by their words at once, then by their meaning.

        A document with a known id takes the place of the older one.
        """
        batch = _BATCH if self._embedder else 0
        steps, done = len(documents) * (2 if batch else 1), 0
        for document in documents:
            self._add(document)
            done = _told(progress, done + 1, steps)
        for start in range(0, len(documents) if batch else 0, _BATCH):
            some = documents[start : start + _BATCH]
            self._encode(some)
            done = _told(progress, done + len(some), steps)

    def retract(self, document: str) -> None:
        """Take a document out of every answer, and forget its vectors."""
        with self._lock:
            texts = _encoded(self._retract(document)) if document in self._slots else ()
        if self._embedder and texts:
            self._embedder.forget(texts)

    def rank(self, text: str, *, wanted: Wanted | None = None) -> Ranking | None:
        """Compare the documents that have the wanted properties; None when there are none."""
        vector = self._vector(text)
        with self._lock:
            question = self._analyzer.question(text, vector)
            allowed = self._facets.mask(self._index.slots, wanted or {})
            candidates = self._index.compare(question, self._weights, allowed)
            if candidates is None:
                return None
            documents = tuple(self._documents[slot] for slot in candidates.slots)
        return Ranking(question, documents, candidates, fused(candidates.signals, self._weights))

    def shared_words(self, question: Question, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the question's words that each text takes up: the same stem, or the same idea."""
        with self._lock:
            return self._analyzer.shared_words(question, texts)

    def _add(self, document: Document) -> None:
        with self._lock:
            if document.id in self._slots:
                self._retract(document.id)
            slot = self._index.add(self._analyzer.document(document))
            self._facets.add(slot, document.properties)
            self._documents.append(document)
            self._slots[document.id] = slot

    def _retract(self, name: str) -> Document:
        slot = self._slots.pop(name)
        document = self._documents[slot]
        self._index.retract(slot, self._analyzer.document(document))
        self._documents[slot] = Document("", ())  # its words leave the memory with it
        return document

    def _encode(self, documents: Sequence[Document]) -> None:
        assert self._embedder is not None
        texts = [_encoded(document) for document in documents]
        vectors = self._embedder.encode([t for some in texts for t in some], published=True)
        start = 0
        for document, some in zip(documents, texts, strict=True):
            self._attach(document, vectors[start : start + len(some)])
            start += len(some)

    def _attach(self, document: Document, vectors: Vectors) -> None:
        with self._lock:
            slot = self._slots.get(document.id)
            # It may have been retracted or replaced while the model was at work.
            if slot is not None and self._documents[slot] is document and len(vectors):
                self._index.attach(slot, vectors)

    def _vector(self, text: str) -> Vectors | None:
        if self._embedder is None or not self._index.with_meaning:
            return None
        vectors = self._embedder.encode([text])
        return vectors.reshape(-1)


def _encoded(document: Document) -> tuple[str, ...]:
    return tuple(passage.text for passage in document.passages if passage.quoted)


def _told(progress: Progress | None, done: int, steps: int) -> int:
    if progress:
        progress(done, steps)
    return done
