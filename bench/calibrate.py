"""Fits the confidence of the search on the project's own texts, and says what it is worth.

Run ``python -m bench.calibrate`` after a change to the casebook, the ideas or the features: it
writes what ships, ``knowledge/weights/confidence.npz``. What it prints was told by models that
had never seen the text. The questions held out are not read.
"""

import io
import sys
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import resources
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from knowledge import casebook
from knowledge.analysis import Question
from knowledge.batch import read_judged
from knowledge.confidence import FEATURES, FILE, Familiarity, Floats, matched, terms
from knowledge.engine import Engine, Ranking
from knowledge.evaluation import Judged, auroc, success
from knowledge.fusion import SITUATIONS
from knowledge.model import Case
from knowledge.search import CLOSE, NEAR, document
from knowledge.triage.features import Row
from knowledge.triage.logistic import fit as fit_sparse

Numbers = npt.NDArray[np.int64]

_RIDGE: Final = 1.0  # keeps coefficients small where there is little to learn from
_STRENGTH: Final = 1.0  # of what a single word may say
_ROUNDS, _FOLDS, _RARE = 30, 5, 2
_PARTS: Final = 12  # the formulations are left out of the index a part at a time
_NOTHING: Final = ("everyday", "unheard")  # the questions that no case answers
_WORDS_KEPT: Final = 6_000
_FIRST: Final = 3  # a case that helps is expected among the first three


@dataclass(frozen=True, slots=True)
class Asked:
    """A text, how it matched, and whether a case helps; ``found`` says that it came first."""

    group: str
    question: Question
    matched: tuple[float, float, float]
    helped: bool
    found: bool


def main() -> None:
    """Fit, write and tell."""
    cases = list(casebook.load(casebook.shipped()).cases.values())
    asked = [*_left_out(cases), *_questions(cases)]
    seen = np.random.default_rng(0).integers(_FOLDS, size=len(asked))
    familiar = _unseen(asked, seen)
    familiarity = learn(asked)
    inputs = np.column_stack([np.array([a.matched for a in asked]), familiar])
    labels, weights = _labels(asked)
    beta = fit(inputs, labels, weights)
    store(familiarity, beta)
    print(
        f"{len(asked)} texts: {dict(Counter(a.group for a in asked))}, of all but the formulations"
    )
    print(f"{', '.join(FEATURES)}: {', '.join(f'{c:.2f}' for c in beta[1:])}; {beta[0]:.2f}")
    tell(asked, _cross_validated(inputs, labels, weights, seen))


def tell(asked: Sequence[Asked], sure: Floats) -> None:
    """Print how well what was never seen is told apart, and what the screens would say."""
    groups = {name: sure[[a.group == name for a in asked]] for name in ("crises", *_NOTHING)}
    others = np.concatenate([groups[name] for name in _NOTHING])
    crises = list(groups["crises"])
    for name, lower in ({name: groups[name] for name in _NOTHING} | {"both": others}).items():
        print(f"AUROC, crises above {name}: {auroc(crises, list(lower)):.3f}")
    print("| | close | near | none |\n| --- | --- | --- | --- |")
    for name, values in groups.items():
        close, none = np.mean(values >= CLOSE), np.mean(values < NEAR)
        print(f"| {name} | {close:.0%} | {1 - close - none:.0%} | {none:.0%} |")
    missed = sum(a.helped and not a.found for a in asked if a.group == "crises")
    wrongly = sum(
        a.helped and not a.found and s >= CLOSE
        for a, s in zip(asked, sure, strict=True)
        if a.group == "crises"
    )
    print(f"{wrongly} of the {missed} crises whose case is not among the first are called close.")


def learn(asked: Sequence[Asked]) -> Familiarity:
    """Learn which words and ideas speak of trouble that a case may be about."""
    counts = [terms(a.question) for a in asked]
    seen = Counter(term for parts in counts for part in parts for term in part)
    names = sorted(term for term, texts in seen.items() if texts >= _RARE)
    rarity = np.array([1 + np.log((1 + len(asked)) / (1 + seen[name])) for name in names])
    columns = {name: column for column, name in enumerate(names)}
    blank = Familiarity(columns, rarity, np.zeros(len(names)), 0.0)
    cut = [blank.row(a.question) for a in asked]
    rows = [Row(columns, values.astype(np.float32)) for columns, values in cut]
    labels = np.array([[float(a.helped)] for a in asked])
    logistic = fit_sparse(rows, len(names), labels, strength=_STRENGTH)
    weights = np.asarray(logistic.weights[:, 0], np.float64)
    return replace(blank, weights=weights, bias=float(logistic.bias[0]))


def fit(rows: Floats, labels: Floats, weights: Floats) -> Floats:
    """Fit a logistic regression by Newton's method; ``weights`` of 0 leave a row out."""
    rows, labels, weights = rows[weights > 0], labels[weights > 0], weights[weights > 0]
    mean, scale = rows.mean(axis=0), rows.std(axis=0)
    inputs = np.column_stack([np.ones(len(rows)), (rows - mean) / scale])
    ridge = np.diag([0.0, *[_RIDGE] * rows.shape[1]])
    beta = np.zeros(inputs.shape[1])
    for _ in range(_ROUNDS):
        sure = 1 / (1 + np.exp(-inputs @ beta))
        slope = inputs.T @ (weights * (labels - sure)) - ridge @ beta
        curve = (inputs * (weights * sure * (1 - sure))[:, None]).T @ inputs + ridge
        beta += np.linalg.solve(curve, slope)
    coefficients = beta[1:] / scale
    return np.array([beta[0] - coefficients @ mean, *coefficients])


def store(familiarity: Familiarity, beta: Floats, folder: Path | None = None) -> None:
    """Write what ships, without the words that hardly matter."""
    kept = np.argsort(-np.abs(familiarity.weights), kind="stable")[:_WORDS_KEPT]
    names = list(familiarity.columns)
    file = (folder or Path(str(resources.files("knowledge")))) / FILE
    file.parent.mkdir(exist_ok=True)
    np.savez_compressed(
        file,
        features=np.array("\n".join(FEATURES)),
        terms=np.array("\n".join(names[column] for column in kept)),
        rarity=familiarity.rarity[kept].astype(np.float32),
        weights=familiarity.weights[kept].astype(np.float32),
        bias=np.array(familiarity.bias),
        intercept=np.array(beta[0]),
        coefficients=beta[1:],
    )


def _unseen(asked: Sequence[Asked], seen: Numbers) -> Floats:
    """Return how familiar each text sounds to a model that was fitted without it."""
    familiar = np.empty(len(asked))
    for fold in range(_FOLDS):
        learnt = learn([a for a, f in zip(asked, seen, strict=True) if f != fold])
        for place, (one, its_fold) in enumerate(zip(asked, seen, strict=True)):
            if its_fold == fold:
                familiar[place] = learnt.of(one.question)
    return familiar


def _labels(asked: Sequence[Asked]) -> tuple[Floats, Floats]:
    """Return labels and weights: those with a case and those without weigh the same.

    Of those with a case, formulations and questions weigh the same, and who did not find it is
    left out: to be sure of a wrong answer is no merit, and to be unsure of a right one neither.
    """
    kinds = [("others" if not a.helped else a.group if a.found else "") for a in asked]
    shares = {"formulations": 0.25, "crises": 0.25, "others": 0.5, "": 0.0}
    sizes = Counter(kinds)
    weights = [len(asked) * shares[kind] / sizes[kind] for kind in kinds]
    return np.array([float(a.helped) for a in asked]), np.array(weights)


def _cross_validated(rows: Floats, labels: Floats, weights: Floats, seen: Numbers) -> Floats:
    sure = np.empty(len(rows))
    for fold in range(_FOLDS):
        known = seen != fold
        beta = fit(rows[known], labels[known], weights[known])
        sure[~known] = 1 / (1 + np.exp(-(beta[0] + rows[~known] @ beta[1:])))
    return sure


def _left_out(cases: Sequence[Case]) -> Iterator[Asked]:
    """Ask for each formulation in an index without it, and without one in twelve others."""
    for part in range(_PARTS):
        left = {case.id: _formulations(case)[part::_PARTS] for case in cases}
        engine = _engine(_without(case, left[case.id]) for case in cases)
        for name, texts in left.items():
            yield from (_ask(engine, "formulations", Judged(name, t, {name: 2})) for t in texts)
        print(f"\r{part + 1} of {_PARTS} indexes", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)


def _formulations(case: Case) -> tuple[str, ...]:
    return (*case.formulations, *case.formulations_en)


def _questions(cases: Sequence[Case]) -> Iterator[Asked]:
    engine = _engine(cases)
    for name in ("crises", *_NOTHING):
        text = (resources.files("knowledge") / "questions" / f"{name}.jsonl").read_text("utf-8")
        yield from (_ask(engine, name, judged) for judged in read_judged(io.StringIO(text)))


def _engine(cases: Iterable[Case]) -> Engine:
    engine = Engine(SITUATIONS)
    engine.add([document(case) for case in cases])
    return engine


def _ask(engine: Engine, group: str, judged: Judged) -> Asked:
    ranking = engine.rank(judged.text)
    assert ranking is not None
    found = bool(judged.grades) and success(judged.grades, _ranked(ranking), _FIRST, grade=1) > 0
    return Asked(group, ranking.question, matched(ranking), bool(judged.grades), found)


def _ranked(ranking: Ranking) -> list[str]:
    order = np.argsort(-ranking.scores, kind="stable")
    return [ranking.documents[place].id for place in order]


def _without(case: Case, texts: Collection[str]) -> Case:
    return replace(
        case,
        formulations=tuple(f for f in case.formulations if f not in texts),
        formulations_en=tuple(f for f in case.formulations_en if f not in texts),
    )


if __name__ == "__main__":
    main()
