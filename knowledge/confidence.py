"""Says how likely the first answer helps, so that the search can admit that nothing is close."""

from math import exp, log1p

import numpy as np

from knowledge.engine import Ranking
from knowledge.lexical.concepts import SCENE
from knowledge.lexical.postings import Scores

# Fitted by bench/calibrate.py, the mean of two logistic regressions on the casebook's formulations,
# each left out of the index in its turn. One tells all of them from ordinary questions
# (knowledge/questions/everyday.jsonl): is it trouble? The other tells those that found their case
# all the same, also from crises that no case is about (unheard.jsonl): is it this trouble?
_INTERCEPT = -4.36
_COEFFICIENTS = (0.73, -2.40, 0.22, 6.74, 1.12, 1.67)


def features(ranking: Ranking) -> tuple[float, ...]:
    """Return what tells trouble from everything else.

    How many ideas of trouble and of ordinary life the question has, how well the best case
    shares its ideas, which part of its words speaks of trouble, how well the best case
    shares its words, and how far it is ahead of the next one.
    """
    question, signals = ranking.question, ranking.candidates.signals
    troubles = sum(not idea.startswith(SCENE) for idea in question.ideas)
    ideas, words = (float(scores.max(initial=0)) for scores in (signals.ideas, signals.words))
    share = troubles / max(len(question.stems), 1)
    lead = _lead(ranking.scores)
    return log1p(troubles), log1p(question.ordinary), log1p(ideas), share, log1p(words), lead


def _lead(scores: Scores) -> float:
    """Many cases that are equally near mean that none is about the same thing."""
    best = np.sort(scores)[-2:]
    return float(best[-1] - best[0]) if len(best) > 1 else 0.0


def confidence(ranking: Ranking) -> float:
    """Return a probability: 0 for a question about something else, 1 for a known trouble."""
    weighted = zip(_COEFFICIENTS, features(ranking), strict=True)
    return 1 / (1 + exp(-(_INTERCEPT + sum(c * feature for c, feature in weighted))))
