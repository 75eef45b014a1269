"""What the search is measured against: whole searches a reader could use instead of ours."""

import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol

import bm25s
import numpy as np

from knowledge.embedder import Embedder, Mode, Vectors, load_embedder
from knowledge.lexical.tokens import Stemmer, stopwords
from knowledge.model import Case
from knowledge.search import CaseSearch, document
from knowledge.words import words

MODEL = "all-MiniLM-L6-v2"
K = 10

Found = list[tuple[str, float]]


class Searcher(Protocol):
    """A way to search: cases in, ids and scores out, best first."""

    def add(self, cases: Sequence[Case]) -> None: ...
    def ask(self, question: str) -> Found: ...


class Remembering:
    """A real model that encodes no text twice: ten thousand cases share a few passages."""

    def __init__(self, folder: Path) -> None:
        embedder, mode = load_embedder(MODEL, cache=folder)
        if embedder is None:
            raise SystemExit(f"no model: {mode.reason}")
        self._model: Embedder = embedder
        self._known: dict[str, Vectors] = {}
        self.name, self.dimensions = embedder.name, embedder.dimensions

    def encode(self, texts: Sequence[str], *, published: bool = False) -> Vectors:
        if not published:
            return self._model.encode(texts)
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        if new:
            self._known |= dict(zip(new, self._model.encode(new, published=True), strict=True))
        return np.stack([self._known[text] for text in texts])

    def forget(self, texts: Sequence[str]) -> None:
        """Nothing is on disk."""


class Ours:
    """The search that ships."""

    def __init__(self, embedder: Remembering | None = None) -> None:
        self.search = CaseSearch(embedder=embedder, mode=Mode("none", "", "a measurement"))

    def add(self, cases: Sequence[Case]) -> None:
        self.search.add_many(cases)

    def ask(self, question: str) -> Found:
        answer = self.search.search(question, k=K)
        return [(hit.case_id, hit.score) for hit in answer.hits]


class Fts5:
    """SQLite's full text search, accents ignored, any word of the question."""

    def __init__(self) -> None:
        self._db = sqlite3.connect(":memory:")
        tokens = "unicode61 remove_diacritics 2"
        self._db.execute(
            f"CREATE VIRTUAL TABLE cases USING fts5(id UNINDEXED, t, tokenize='{tokens}')"
        )

    def add(self, cases: Sequence[Case]) -> None:
        rows = ((case.id, joined(case)) for case in cases)
        self._db.executemany("INSERT INTO cases VALUES (?, ?)", rows)

    def ask(self, question: str) -> Found:
        wanted = " OR ".join(f'"{word}"' for word in dict.fromkeys(words(question)))
        query = (
            "SELECT id, -bm25(cases) FROM cases WHERE cases MATCH ? ORDER BY bm25(cases) LIMIT ?"
        )
        return list(self._db.execute(query, (wanted, K))) if wanted else []


class Bm25s:
    """The best known ranking of words in Python: French stems, no small words.

    It cannot add: the first question after a change makes the whole index again.
    """

    def __init__(self) -> None:
        self._stem, self._cases = Stemmer(), list[Case]()
        self._index: Any = None

    def add(self, cases: Sequence[Case]) -> None:
        self._cases += cases
        self._index = None

    def ask(self, question: str) -> Found:
        self._index = self._index or self._indexed()
        known = [stem for stem in self._stems(question) if stem in self._index.vocab_dict]
        if not known:  # which it does not take
            return []
        count = min(K, len(self._cases))
        places, scores = self._index.retrieve([known], k=count, show_progress=False)
        return [(self._cases[p].id, float(s)) for p, s in zip(places[0], scores[0], strict=True)]

    def _indexed(self) -> Any:
        index: Any = bm25s.BM25()
        index.index([self._stems(joined(case)) for case in self._cases], show_progress=False)
        return index

    def _stems(self, text: str) -> list[str]:
        return [self._stem(word) for word in words(text) if word not in stopwords()]


class Dense:
    """Meaning alone: the best passage of each case, by one exact product."""

    def __init__(self, embedder: Remembering) -> None:
        self._embedder = embedder
        self._ids, self._starts, self._count = list[str](), list[int](), 0
        self._parts, self._rows = list[Vectors](), np.empty((0, 0), np.float32)

    def add(self, cases: Sequence[Case]) -> None:
        for case in cases:
            texts = [passage.text for passage in document(case).passages]
            self._parts.append(self._embedder.encode(texts, published=True))
            self._ids.append(case.id)
            self._starts.append(self._count)
            self._count += len(texts)
        self._rows = np.concatenate(self._parts)
        self._parts = [self._rows]

    def ask(self, question: str) -> Found:
        likeness = self._rows @ self._embedder.encode([question])[0]
        scores = np.maximum.reduceat(likeness, self._starts)
        best = np.argsort(-scores)[:K]
        return [(self._ids[place], float(scores[place])) for place in best]


def joined(case: Case) -> str:
    """Return all that our search indexes of a case, as one text."""
    return "\n".join(passage.text for passage in document(case).passages)


SEARCHERS: Mapping[str, tuple[bool, Any]] = {
    "SQLite FTS5": (False, Fts5),
    "bm25s": (False, Bm25s),
    "dense alone": (True, Dense),
    "ours, no model": (False, Ours),
    "ours": (True, Ours),
}


def make(name: str, folder: Path) -> tuple[Searcher, Remembering | None]:
    """Return a searcher by its name, with its model if it has one; vectors stay in ``folder``."""
    with_model, searcher = SEARCHERS[name]
    model = Remembering(folder) if with_model else None
    return (searcher(model) if model else searcher()), model
