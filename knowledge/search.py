"""Finds the cases that a mentor would call "the same thing", or says that none is close."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from knowledge.analysis import Document, Passage
from knowledge.confidence import fitted
from knowledge.embedder import Embedder, Mode
from knowledge.engine import Engine, Progress, Ranking
from knowledge.fusion import SITUATIONS, peak
from knowledge.index import Slots
from knowledge.lexical.postings import Scores
from knowledge.model import Case, CaseId
from knowledge.words import fold

Closeness = Literal["close", "near", "none"]

# Chosen on the project's own questions, see docs/measures.md.
CLOSE, NEAR = 0.7, 0.15
_CATEGORY_WEIGHT = 0.15  # what a case gains whose category the triage is sure of
_WORDS_SHOWN = 6
# What a word counts for: said as a stranger would, told as it happened, or done and learnt.
_SAID, _TOLD, _REST = 2.0, 1.0, 0.5
_SHIPPED = "*"  # stands for the cases that every community may see


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; empty means any.

    ``community`` opens the cases of one community beside the shipped ones; without it a search
    sees no community's cases at all. ``shared`` opens those of others that share them with it.
    """

    category: str = ""
    sector: str = ""
    platform: str = ""
    outcome: str = ""
    language: str = ""
    community: str = ""
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """Why a case was found: the question's words that it takes up, and in which passage."""

    words: tuple[str, ...]
    passage: str
    category: str | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A found case; ``score`` is how likely it helps, from 0 to 1."""

    case_id: CaseId
    score: float
    why: Why


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first, and how close it is; ``mode`` says which model helped."""

    hits: tuple[Hit, ...]
    closeness: Closeness
    mode: Mode


class CaseSearch:
    """The cases of every community, searched as one community may see them.

    Any number of threads may search while another adds or retracts.
    """

    def __init__(self, *, embedder: Embedder | None = None, mode: Mode | None = None) -> None:
        self._engine = Engine(SITUATIONS, embedder=embedder)
        self._mode = mode or _mode_of(embedder)

    def __len__(self) -> int:
        """How many cases can be found."""
        return len(self._engine)

    def add(self, case: Case) -> None:
        """Make a case findable, or its newer words."""
        self.add_many([case])

    def add_many(self, cases: Sequence[Case], progress: Progress | None = None) -> None:
        """Make cases findable: all by their words first, then all by their meaning."""
        self._engine.add([document(case) for case in cases], progress=progress)

    def retract(self, case_id: CaseId) -> None:
        """Take a case out of every answer at once."""
        self._engine.retract(case_id)

    def search(
        self,
        question: str,
        *,
        k: int = 3,
        filters: Filters | None = None,
        categories: Sequence[tuple[str, float]] = (),
    ) -> Answer:
        """Return up to ``k`` cases; ``categories`` is what the triage takes the question for."""
        ranking = self._engine.rank(question, wanted=_wanted(filters or Filters()))
        if ranking is None:
            return Answer((), "none", self._mode)
        guessed = dict(categories)
        scores = ranking.scores + np.float32(_CATEGORY_WEIGHT) * _agreement(ranking, guessed)
        order = np.argsort(-scores, kind="stable")[:k]
        sure = fitted().of(ranking)
        parts = np.float32(sure) * peak(scores)
        hits = self._hits(ranking, order, parts, guessed)
        return Answer(hits, _closeness(sure), self._mode)

    def _hits(
        self, ranking: Ranking, order: Slots, scores: Scores, guessed: Mapping[str, float]
    ) -> tuple[Hit, ...]:
        found = [ranking.documents[place] for place in order]
        best = ranking.candidates.best[order]
        passages = [d.passages[place].text for d, place in zip(found, best, strict=True)]
        shared = self._engine.shared_words(ranking.question, passages)
        return tuple(
            Hit(
                CaseId(document.id),
                float(scores[place]),
                Why(words[:_WORDS_SHOWN], passage, _shared_category(document, guessed)),
            )
            for document, place, passage, words in zip(found, order, passages, shared, strict=True)
        )


def document(case: Case) -> Document:
    """Return what is indexed of a case: situations, above all as strangers would say them."""
    said = (*case.formulations, *case.formulations_en)
    told = (case.title, case.title_en, case.trigger, case.escalation, case.summary_en)
    rest = " ".join((*case.response, case.ending, *case.lessons))
    passages = (
        *(Passage(text, _SAID) for text in said if text),
        *(Passage(text, _TOLD, quoted=not said) for text in told if text),
        Passage(rest, _REST, quoted=False),
    )
    return Document(case.id, passages, tuple(_properties(case)))


def _properties(case: Case) -> Iterator[tuple[str, str]]:
    yield from (("category", category) for category in case.categories)
    yield from (("platform", fold(platform)) for platform in case.platforms)
    yield "sector", fold(case.sector)
    yield "outcome", case.outcome
    yield "language", case.language
    yield "community", case.community or _SHIPPED


def _wanted(filters: Filters) -> dict[str, tuple[str, ...]]:
    wanted = {
        "category": filters.category,
        "sector": fold(filters.sector),
        "platform": fold(filters.platform),
        "outcome": filters.outcome,
        "language": filters.language,
    }
    own = (filters.community, *filters.shared) if filters.community else ()
    return {"community": (_SHIPPED, *own)} | {n: (v,) for n, v in wanted.items() if v}


def _shared_category(found: Document, guessed: Mapping[str, float]) -> str | None:
    shared = [category for category in guessed if ("category", category) in found.properties]
    return max(shared, key=guessed.__getitem__, default=None)


def _agreement(ranking: Ranking, guessed: Mapping[str, float]) -> Scores:
    """Return, for each candidate, how sure the triage is of one of its categories."""
    agreed = [
        max((guessed.get(v, 0.0) for name, v in found.properties if name == "category"), default=0)
        for found in ranking.documents
    ]
    return np.array(agreed, dtype=np.float32)


def _closeness(sure: float) -> Closeness:
    if sure >= CLOSE:
        return "close"
    return "near" if sure >= NEAR else "none"


def _mode_of(embedder: Embedder | None) -> Mode:
    if embedder is None:
        return Mode("none", "", "no model was asked for")
    return Mode("hub", embedder.name, "given by the caller")
