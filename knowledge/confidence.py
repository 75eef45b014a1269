"""Says how likely the first answer helps, so that the search can admit that nothing is close."""

from math import exp, log1p

from knowledge.engine import Ranking
from knowledge.lexical.concepts import SCENE

# Fitted by bench/calibrate.py: a logistic regression that tells the casebook's formulations, each
# left out of the index in its turn, from ordinary questions (knowledge/questions/everyday.jsonl).
_INTERCEPT = -3.91
_COEFFICIENTS = (1.68, -2.94, -0.01, 5.03, 1.26)


def features(ranking: Ranking) -> tuple[float, ...]:
    """Return what tells trouble from everything else.

    How many ideas of trouble and of ordinary life the question has, how well the best case
    shares its ideas, which part of its words speaks of trouble, and how well the best case
    shares its words.
    """
    question, signals = ranking.question, ranking.candidates.signals
    troubles = sum(not idea.startswith(SCENE) for idea in question.ideas)
    ideas, words = (float(scores.max(initial=0)) for scores in (signals.ideas, signals.words))
    share = troubles / max(len(question.stems), 1)
    return log1p(troubles), log1p(question.ordinary), log1p(ideas), share, log1p(words)


def confidence(ranking: Ranking) -> float:
    """Return a probability: 0 for a question about something else, 1 for a known trouble."""
    weighted = zip(_COEFFICIENTS, features(ranking), strict=True)
    return 1 / (1 + exp(-(_INTERCEPT + sum(c * feature for c, feature in weighted))))
