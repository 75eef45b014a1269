"""Trains the models and writes their weights: ``python -m knowledge.triage.training``."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.triage import weights
from knowledge.triage.data import read_lines
from knowledge.triage.features import learn
from knowledge.triage.lexicon import Lexicon
from knowledge.triage.logistic import fit
from knowledge.triage.reading import read
from knowledge.triage.task import Example, Task
from knowledge.triage.tasks import TASKS
from knowledge.triage.text_model import TextModel


def train(task: Task, examples: Sequence[Example] | None = None) -> TextModel:
    """Train on ``examples``, by default all of the task's own."""
    lexicon = Lexicon.load(task.lexicon)
    examples = task.examples() if examples is None else examples
    readings = [read(example["text"], lexicon) for example in examples]
    vocabulary = learn(readings, lexicon.concepts, concept_weight=task.concept_weight)
    rows = [vocabulary.row(reading) for reading in readings]
    wanted = [set(task.labels_of(example)) for example in examples]
    labels = np.array([[float(label in w) for label in task.labels] for w in wanted])
    logistic = fit(rows, len(vocabulary.columns), labels, strength=task.strength)
    return TextModel(task.labels, lexicon, vocabulary, logistic)


def fingerprint(task: Task) -> str:
    """Return a digest of all that the weights of ``task`` come from."""
    sources = [
        [task.labels, task.strength, task.concept_weight],
        list(read_lines(f"{task.lexicon}.txt")),
        list(read_lines("shorthand.txt")),
        [[example["text"], list(task.labels_of(example))] for example in task.examples()],
    ]
    return hashlib.sha256(json.dumps(sources).encode()).hexdigest()


def main(folder: Path = weights.FOLDER) -> None:
    """Train every task whose words or examples have changed."""
    for task in TASKS:
        if weights.fingerprint(task, folder) != fingerprint(task):
            weights.store(task, train(task), fingerprint(task), folder)


if __name__ == "__main__":
    main()
