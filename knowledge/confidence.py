"""Says how likely the first answer helps, so that the search can admit that nothing is close."""

from math import exp, log1p

from knowledge.engine import Ranking
from knowledge.lexical.concepts import SCENE

# Fitted by bench/calibrate.py: a logistic regression that tells the casebook's formulations, each
# left out of the index in its turn, from ordinary questions (knowledge/questions/everyday.jsonl).
_INTERCEPT = -1.29
_COEFFICIENTS = (1.57, -2.76, 0.16, 4.53)


def features(ranking: Ranking) -> tuple[float, ...]:
    """Return what tells trouble from everything else.

    How many ideas of trouble and of ordinary life the question has, how well the best case
    shares its ideas, and which part of its words speaks of trouble.
    """
    question = ranking.question
    troubles = sum(not idea.startswith(SCENE) for idea in question.ideas)
    best = float(ranking.candidates.signals.ideas.max(initial=0))
    share = troubles / max(len(question.stems), 1)
    return log1p(troubles), log1p(question.ordinary), log1p(best), share


def confidence(ranking: Ranking) -> float:
    """Return a probability: 0 for a question about something else, 1 for a known trouble."""
    weighted = zip(_COEFFICIENTS, features(ranking), strict=True)
    return 1 / (1 + exp(-(_INTERCEPT + sum(c * feature for c, feature in weighted))))
