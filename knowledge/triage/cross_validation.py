"""Measures the triage on its own examples, each read by models that never saw it.

``python -m knowledge.triage.cross_validation`` prints the figures as JSON.
"""

import json
import sys
from collections.abc import Sequence

from knowledge.triage.task import Example, Task
from knowledge.triage.tasks import TASKS
from knowledge.triage.training import train

FOLDS = 5


def held_out(task: Task, folds: int = FOLDS) -> list[tuple[Example, dict[str, float]]]:
    """Return each example with the probabilities given by a model trained without its fold."""
    examples = task.examples()
    return [pair for fold in range(folds) for pair in _fold(task, examples, fold, folds)]


def thresholds(
    scored: Sequence[tuple[float, bool]], rates: Sequence[float]
) -> dict[float, tuple[float, float]]:
    """Return, for each rate of false alarms, the threshold that keeps to it and its recall."""
    calm = sorted((score for score, right in scored if not right), reverse=True)
    sought = [score for score, right in scored if right]
    found = {}
    for rate in rates:
        threshold = calm[int(rate * len(calm))]
        found[rate] = (threshold, sum(score > threshold for score in sought) / len(sought))
    return found


def _fold(
    task: Task, examples: Sequence[Example], fold: int, folds: int
) -> list[tuple[Example, dict[str, float]]]:
    model = train(task, [e for place, e in enumerate(examples) if place % folds != fold])
    return [(e, model.probabilities(model.read(e["text"]))) for e in examples[fold::folds]]


def main() -> None:
    """Print, label by label, what recall costs in false alarms."""
    report = {}
    for task in TASKS:
        pairs = held_out(task)
        for label in task.labels:
            scored = [(p[label], label in task.labels_of(example)) for example, p in pairs]
            report[f"{task.name}: {label}"] = thresholds(scored, (0.01, 0.02, 0.05, 0.1))
    json.dump(report, sys.stdout, indent=1)


if __name__ == "__main__":
    main()
