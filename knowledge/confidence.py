"""Says how likely the first answers help, so that the search can admit that nothing is close."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log, log1p, sqrt
from typing import Final

import numpy as np
import numpy.typing as npt

from knowledge.analysis import Question
from knowledge.engine import Ranking
from knowledge.lexical.postings import Scores

#: What is weighed; the weights are fitted and written by bench/calibrate.py.
FEATURES: Final = ("words shared", "words covered", "lead", "familiar")
FILE: Final = "weights/confidence.npz"
_SHOWN: Final = 3  # cases that may well be of one kind

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Familiarity:
    """Whether a question sounds like the troubles that cases are about, whatever case it finds.

    Each word, small ones too, and each idea has a rarity and a weight, above zero for trouble.
    """

    columns: Mapping[str, int]
    rarity: Floats
    weights: Floats
    bias: float

    def of(self, question: Question) -> float:
        """Return the log-odds."""
        columns, values = self.row(question)
        return self.bias + float(values @ self.weights[columns])

    def row(self, question: Question) -> tuple[npt.NDArray[np.int32], Floats]:
        """Return the columns of a question and their values, words and ideas each of length 1."""
        pairs = [pair for counts in terms(question) for pair in self._part(counts)]
        columns = np.array([column for column, _ in pairs], np.int32)
        return columns, np.array([value for _, value in pairs], np.float64)

    def _part(self, counts: Mapping[str, int]) -> Iterator[tuple[int, float]]:
        known = [(self.columns[t], 1 + log(n)) for t, n in counts.items() if t in self.columns]
        weighed = [(column, value * float(self.rarity[column])) for column, value in known]
        length = sqrt(sum(value**2 for _, value in weighed)) or 1.0
        yield from ((column, value / length) for column, value in weighed)


def terms(question: Question) -> tuple[Counter[str], Counter[str]]:
    """Return how often a question has each word and each idea."""
    return Counter(f"w {stem}" for stem in question.said), Counter(question.notions)


@dataclass(frozen=True, slots=True)
class Confidence:
    """What the features weigh."""

    familiarity: Familiarity
    intercept: float
    coefficients: Sequence[float]

    def of(self, ranking: Ranking) -> float:
        """Return a probability: 0 for a question about something else, 1 for a known trouble."""
        values = (*matched(ranking), self.familiarity.of(ranking.question))
        weighed = zip(self.coefficients, values, strict=True)
        return 1 / (1 + exp(-(self.intercept + sum(c * value for c, value in weighed))))


def matched(ranking: Ranking) -> tuple[float, float, float]:
    """Return how well words are shared, how many of the question's, and the lead of the first.

    The second does not grow with the length of the question, as the first one does: five words
    that a case has are a find, five of sixty are none.
    """
    words = ranking.candidates.signals.words
    shared = float(words[np.argmax(ranking.scores)])
    covered = shared / max(ranking.candidates.ceiling, 1e-9)
    return log1p(float(words.max(initial=0))), covered, _lead(ranking.scores)


@cache
def fitted() -> Confidence:
    """Return the confidence that ships."""
    source = resources.files("knowledge").joinpath(FILE)
    with source.open("rb") as file, np.load(file, allow_pickle=False) as kept:
        if tuple(str(kept["features"]).split("\n")) != FEATURES:
            raise ValueError(f"{FILE} was fitted for other features: run bench.calibrate")
        names = str(kept["terms"]).split("\n")
        familiarity = Familiarity(
            {name: column for column, name in enumerate(names)},
            kept["rarity"].astype(np.float64),
            kept["weights"].astype(np.float64),
            float(kept["bias"]),
        )
        return Confidence(familiarity, float(kept["intercept"]), kept["coefficients"].tolist())


def _lead(scores: Scores) -> float:
    """Return how far the first is ahead of the first that is not shown.

    Many cases that are equally near mean that none is about the same thing; two or three are
    about the same thing as each other.
    """
    best = np.sort(scores)[-_SHOWN - 1 :]
    return float(best[-1] - best[0])
