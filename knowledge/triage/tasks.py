"""The four questions: what it is about, how soon, how its writer feels, does a reply blame."""

from collections.abc import Sequence

from knowledge.model import CATEGORIES, URGENCIES
from knowledge.triage.data import read_examples
from knowledge.triage.task import Example, Task

RISKS = ("danger", "distress", "none")
# Crises of these kinds may be told in distress; the others teach how a calm one sounds.
_MAY_HURT = {"epuisement", "trolls-harcelement"}


def _feelings() -> Sequence[Example]:
    calm = (e for e in read_examples("crises") if _MAY_HURT.isdisjoint(e["categories"]))
    return [*read_examples("feelings"), *({"text": e["text"], "risk": "none"} for e in calm)]


ABOUT = Task(
    name="about",
    lexicon="topics",
    labels=CATEGORIES,
    labels_of=lambda example: example["categories"],
    examples=lambda: read_examples("crises"),
    strength=4.0,
    concept_weight=0.12,
)
HOW_SOON = Task(
    name="how_soon",
    lexicon="time",
    labels=URGENCIES,
    labels_of=lambda example: [example["urgency"]],
    examples=lambda: [*read_examples("crises"), *read_examples("moments")],
    strength=4.0,
    concept_weight=0.12,
)
FEELING = Task(
    name="feeling",
    lexicon="feelings",
    labels=RISKS,
    labels_of=lambda example: [example["risk"]],
    examples=_feelings,
    strength=4.0,
    concept_weight=0.05,
)
TONE = Task(
    name="tone",
    lexicon="replies",
    labels=("blame",),
    labels_of=lambda example: [example["label"]],
    examples=lambda: read_examples("replies"),
    strength=1.0,
    concept_weight=0.2,
)
TASKS = (ABOUT, HOW_SOON, FEELING, TONE)
