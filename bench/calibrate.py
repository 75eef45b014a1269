"""Fits the confidence of the search on the project's own texts, and prints the coefficients.

Run ``python -m bench.calibrate`` after a change to the casebook, the concepts or the features,
and copy the result into ``knowledge/confidence.py``.
"""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib import resources
from itertools import zip_longest

import numpy as np
import numpy.typing as npt

from knowledge import casebook
from knowledge.batch import read_lines
from knowledge.confidence import features
from knowledge.engine import Engine, Ranking
from knowledge.evaluation import auroc
from knowledge.fusion import SITUATIONS
from knowledge.model import Case
from knowledge.search import document

Rows = npt.NDArray[np.float64]

_RIDGE = 1.0  # keeps coefficients small where there is little to learn from
_ROUNDS = 30
_FOLDS = 5


def main() -> None:
    """Print coefficients for features as they are, and how well they tell what they never saw."""
    cases = list(casebook.load(casebook.shipped()).cases.values())
    told = list(_left_out(cases))
    troubles = np.array([row for row, _ in told])
    right = troubles[[found for _, found in told]]
    everyday = np.array(list(_unanswered(cases, "everyday")))
    others = np.vstack([everyday, np.array(list(_unanswered(cases, "unheard")))])
    pairs = [(troubles[:, :-1], everyday[:, :-1]), (right, others)]
    beta = (np.append(fit(*_labelled(*pairs[0])), 0.0) + fit(*_labelled(*pairs[1]))) / 2
    print(f"{len(troubles)} formulations, {len(right)} found their case; {len(others)} have none")
    print(f"_INTERCEPT = {beta[0]:.2f}")
    print(f"_COEFFICIENTS = ({', '.join(f'{c:.2f}' for c in beta[1:])})")
    for name, pair in zip(("trouble", "right"), pairs, strict=True):
        print(f"{name}: cross-validated AUROC {_cross_validated(*_labelled(*pair)):.3f}")


def _labelled(ones: Rows, others: Rows) -> tuple[Rows, Rows]:
    return np.vstack([ones, others]), np.repeat([1.0, 0.0], [len(ones), len(others)])


def fit(rows: Rows, labels: Rows) -> Rows:
    """Fit a logistic regression by Newton's method, both classes weighing the same."""
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    inputs = np.column_stack([np.ones(len(rows)), (rows - mean) / scale])
    balance = np.where(labels == 1, 0.5 / labels.mean(), 0.5 / (1 - labels).mean())
    ridge = np.diag([0.0, *[_RIDGE] * rows.shape[1]])
    beta = np.zeros(inputs.shape[1])
    for _ in range(_ROUNDS):
        sure = 1 / (1 + np.exp(-inputs @ beta))
        slope = inputs.T @ (balance * (labels - sure)) - ridge @ beta
        curve = (inputs * (balance * sure * (1 - sure))[:, None]).T @ inputs + ridge
        beta += np.linalg.solve(curve, slope)
    coefficients = beta[1:] / scale
    return np.array([beta[0] - coefficients @ mean, *coefficients])


def _left_out(cases: Sequence[Case]) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Ask for each formulation in an index without it; say whether its case came first.

    Only these count as right answers: to be sure of a wrong one is no merit.
    """
    columns = zip_longest(*((*c.formulations, *c.formulations_en) for c in cases))
    for column in columns:
        engine = Engine(SITUATIONS)
        engine.add(
            [document(_without(case, text)) for case, text in zip(cases, column, strict=True)]
        )
        asked = ((c.id, engine.rank(t)) for c, t in zip(cases, column, strict=True) if t)
        yield from ((features(r), _best(r) == name) for name, r in asked if r)


def _best(ranking: Ranking) -> str:
    return ranking.documents[int(ranking.scores.argmax())].id


def _without(case: Case, text: str | None) -> Case:
    return replace(
        case,
        formulations=tuple(f for f in case.formulations if f != text),
        formulations_en=tuple(f for f in case.formulations_en if f != text),
    )


def _unanswered(cases: Sequence[Case], name: str) -> Iterator[tuple[float, ...]]:
    engine = Engine(SITUATIONS)
    engine.add([document(case) for case in cases])
    path = resources.files("knowledge") / "questions" / f"{name}.jsonl"
    lines = io.StringIO(path.read_text("utf-8"))
    yield from (_asked(engine, line.text) for line in read_lines(lines))


def _asked(engine: Engine, text: str) -> tuple[float, ...]:
    ranking = engine.rank(text)
    assert ranking is not None
    return features(ranking)


def _cross_validated(rows: Rows, labels: Rows) -> float:
    fold = np.random.default_rng(0).integers(_FOLDS, size=len(rows))
    scores = np.empty(len(rows))
    for number in range(_FOLDS):
        beta = fit(rows[fold != number], labels[fold != number])
        scores[fold == number] = beta[0] + rows[fold == number] @ beta[1:]
    return auroc(list(scores[labels == 1]), list(scores[labels == 0]))


if __name__ == "__main__":
    main()
