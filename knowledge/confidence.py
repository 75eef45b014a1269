"""Says how likely the first answer helps, so that the search can admit that nothing is close."""

from math import exp, log1p

from knowledge.engine import Ranking
from knowledge.lexical.concepts import SCENE

# A logistic regression fitted by bench/calibrate.py on the casebook's formulations, each left
# out in its turn, against ordinary questions (knowledge/questions/everyday.jsonl).
_INTERCEPT = -2.0
_TROUBLE, _IDEAS = 1.0, 0.5


def features(ranking: Ranking) -> tuple[float, float]:
    """Return how many ideas of trouble the question has, and how well the best case shares them."""
    troubles = sum(not idea.startswith(SCENE) for idea in ranking.question.ideas)
    best = float(ranking.candidates.signals.ideas.max(initial=0))
    return log1p(troubles), log1p(best)


def confidence(ranking: Ranking) -> float:
    """Return a probability: 0 for a question about something else, 1 for a known trouble."""
    troubles, best = features(ranking)
    return 1 / (1 + exp(-(_INTERCEPT + _TROUBLE * troubles + _IDEAS * best)))
