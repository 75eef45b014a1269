"""Whether the weights that ship are those of the examples that ship."""

from pathlib import Path

import pytest

from knowledge.triage import training, weights
from knowledge.triage.task import Example, Task
from knowledge.triage.tasks import TASKS

EXAMPLES: list[Example] = [
    {"text": "tu es nul, change de métier", "label": "blame"},
    {"text": "tu es vraiment nul, bravo", "label": "blame"},
    {"text": "courage, on est là", "label": "ok"},
    {"text": "courage, tout le monde se trompe, on est là", "label": "ok"},
]
SMALL = Task(
    name="small",
    lexicon="replies",
    labels=("blame",),
    labels_of=lambda example: [example["label"]],
    examples=lambda: EXAMPLES,
    strength=1.0,
    concept_weight=0.1,
)


@pytest.mark.parametrize("task", TASKS, ids=lambda task: task.name)
def test_the_weights_are_up_to_date(task: Task) -> None:
    advice = "run `python -m knowledge.triage.training` and commit the weights"
    assert weights.fingerprint(task) == training.fingerprint(task), advice


def test_a_model_read_back_says_the_same(tmp_path: Path) -> None:
    trained = training.train(SMALL)
    weights.store(SMALL, trained, "made of this", tmp_path)
    stored = weights.load(SMALL, tmp_path)
    text = "tu es nul, courage"
    expected = trained.probabilities(trained.read(text))
    assert stored.probabilities(stored.read(text)) == pytest.approx(expected, abs=0.01)
    assert weights.fingerprint(SMALL, tmp_path) == "made of this"


def test_without_weights_there_is_no_fingerprint(tmp_path: Path) -> None:
    assert weights.fingerprint(SMALL, tmp_path) == ""


def test_the_fingerprint_tells_examples_apart() -> None:
    assert training.fingerprint(SMALL) != training.fingerprint(TASKS[-1])
