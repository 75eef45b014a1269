"""Whether the regression learns, and keeps to its penalty."""

import numpy as np
import pytest

from knowledge.triage.features import Row
from knowledge.triage.logistic import Logistic, fit


def row(*values: float) -> Row:
    columns = [column for column, value in enumerate(values) if value]
    return Row(np.array(columns, np.int32), np.array([values[c] for c in columns], np.float32))


ROWS = [row(1, 0), row(1, 0.2), row(0, 1), row(0.2, 1), row(0, 0)]
LABELS = np.array([[1, 0], [1, 0], [0, 1], [0, 1], [0, 0]], float)


@pytest.fixture
def model() -> Logistic:
    return fit(ROWS, 2, LABELS, strength=10.0)


def test_each_label_is_learnt(model: Logistic) -> None:
    given = [(model.probabilities(r) > 0.5).tolist() for r in ROWS[:4]]
    assert given == [[True, False], [True, False], [False, True], [False, True]]


def test_the_solution_is_where_the_slope_of_the_penalised_loss_is_nought(model: Logistic) -> None:
    dense = np.array([[1, 0], [1, 0.2], [0, 1], [0.2, 1], [0, 0]])
    probabilities = np.array([model.probabilities(r) for r in ROWS])
    slope = model.weights / 10.0 + dense.T @ (probabilities - LABELS)
    assert np.abs(slope).max() < 1e-6


def test_a_stronger_fit_is_surer(model: Logistic) -> None:
    shy = fit(ROWS, 2, LABELS, strength=0.1)
    assert shy.probabilities(ROWS[0])[0] < model.probabilities(ROWS[0])[0]


def test_a_text_without_a_known_word_gets_the_bias(model: Logistic) -> None:
    bias = 1 / (1 + np.exp(-model.bias))
    assert model.probabilities(row()).tolist() == pytest.approx(bias.tolist())
