"""The project's own messages: what redaction is held to before it ships."""

import json
from importlib import resources

import pytest

from knowledge.redaction.evaluation import evaluate

MESSAGES = resources.files("knowledge.redaction") / "examples" / "messages.jsonl"
LINES = MESSAGES.read_text("utf-8").splitlines()


@pytest.mark.parametrize("line", LINES, ids=[json.loads(line)["id"] for line in LINES])
def test_every_span_stands_where_it_says(line: str) -> None:
    message = json.loads(line)
    places = [message["text"][span["start"] : span["end"]] for span in message["spans"]]
    assert places == [span["text"] for span in message["spans"]]


def test_what_identifies_goes_and_the_story_stays() -> None:
    found = evaluate(LINES)
    gone, lost = found["spans_gone"], found["ordinary_words_lost"]
    assert isinstance(gone, float)
    assert isinstance(lost, float)
    assert gone >= 0.95
    assert lost <= 0.01
