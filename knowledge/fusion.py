"""Makes one ranking out of several ways of comparing."""

from dataclasses import dataclass

import numpy as np

from knowledge.lexical.postings import Scores


@dataclass(frozen=True, slots=True)
class Weights:
    """What each way of comparing counts for; measured, see docs/adr/0003-search-fusion.md."""

    words: float
    ideas: float
    letters: float
    passage: float
    meaning: float


# Situations: the ideas of the trade decide, since two people share few words.
SITUATIONS = Weights(words=1.0, ideas=2.5, letters=2.0, passage=1.0, meaning=0.5)
# Any other texts, of which the trade's ideas know nothing.
TEXTS = Weights(words=1.0, ideas=0.0, letters=1.0, passage=1.0, meaning=0.3)


@dataclass(frozen=True, slots=True)
class Signals:
    """How some documents compare with a question: one number each, an array a way."""

    words: Scores
    ideas: Scores
    letters: Scores
    passage: Scores
    meaning: Scores


def fused(signals: Signals, weights: Weights) -> Scores:
    """Return the weighted mean of the signals, each as parts of its highest: 0 to 1.

    Scores are summed, not ranks: how far ahead the first one is says something.
    """
    total = (
        weights.words * peak(signals.words)
        + weights.ideas * peak(signals.ideas)
        + weights.letters * peak(signals.letters)
        + weights.passage * peak(signals.passage)
        + weights.meaning * spread(signals.meaning)
    )
    parts = weights.words + weights.ideas + weights.letters + weights.passage
    if signals.meaning.any():
        parts += weights.meaning
    return np.asarray(total / np.float32(parts), dtype=np.float32)


def peak(scores: Scores) -> Scores:
    """Return scores as parts of the highest; all zero when nothing matched."""
    highest = float(scores.max(initial=0))
    return np.asarray(scores / highest if highest > 0 else np.zeros_like(scores), np.float32)


def spread(scores: Scores) -> Scores:
    """Return scores between the lowest, 0, and the highest, 1: no two meanings are quite apart."""
    lowest, highest = float(scores.min(initial=1)), float(scores.max(initial=0))
    if highest <= lowest:
        return np.zeros_like(scores)
    return np.asarray((scores - lowest) / (highest - lowest), dtype=np.float32)
