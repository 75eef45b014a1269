"""Logistic regression with a quadratic penalty, for few texts and many columns, in plain NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from knowledge.triage.features import Row

_CHUNK = 4096  # columns made dense at a time
_STEPS = 300
_BEND = 0.25  # the logistic function is nowhere steeper

Floats = NDArray[np.floating]


@dataclass(frozen=True, slots=True)
class Logistic:
    """One probability per label: ``weights`` is [columns, labels], ``bias`` is [labels]."""

    weights: Floats
    bias: Floats

    def probabilities(self, row: Row) -> Floats:
        """Return the probability of each label."""
        return _sigmoid(self.scores(row) + self.bias)

    def scores(self, row: Row) -> Floats:
        """Return what ``row`` adds to the log-odds of each label."""
        return np.asarray(row.values @ self.weights[row.columns], np.float64)


def fit(rows: Sequence[Row], width: int, labels: Floats, *, strength: float) -> Logistic:
    """Fit one model a label; ``labels`` is [texts, labels] of 0 and 1.

    The solution is a mix of the texts, so it is sought among their mixes: a text-by-text matrix,
    inverted once, then Newton steps with the steepest slope in place of the true one
    (Böhning 1992), hurried by momentum (Nesterov).
    """
    gram = _gram(rows, width) + 1.0  # the one is the column of the bias
    penalty = 1 / strength
    inverse = np.linalg.inv(penalty * np.eye(len(rows)) + _BEND * gram)
    mix = ahead = np.zeros_like(labels)
    for step in range(_STEPS):
        residual = labels - _sigmoid(gram @ ahead)
        new = ahead + inverse @ (residual - penalty * ahead)
        ahead = new + (step / (step + 3)) * (new - mix)
        mix = new
    return Logistic(_unmixed(rows, width, mix), mix.sum(axis=0))


def _sigmoid(score: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(score, -30, 30))))


def _gram(rows: Sequence[Row], width: int) -> Floats:
    texts = np.repeat(np.arange(len(rows)), [len(row.columns) for row in rows])
    columns = np.concatenate([row.columns for row in rows])
    values = np.concatenate([row.values for row in rows])
    gram = np.zeros((len(rows), len(rows)))
    for low in range(0, width, _CHUNK):
        dense = np.zeros((len(rows), _CHUNK), np.float32)
        here = (columns >= low) & (columns < low + _CHUNK)
        dense[texts[here], columns[here] - low] = values[here]
        gram += dense @ dense.T
    return gram


def _unmixed(rows: Sequence[Row], width: int, mix: Floats) -> Floats:
    weights = np.zeros((width, mix.shape[1]))
    for row, share in zip(rows, mix, strict=True):
        weights[row.columns] += row.values[:, None] * share
    return weights
