"""What the batch commands read and write."""

import json

import pytest

from knowledge.triage.batch import triage_jsonl


def test_crises_are_triaged_line_by_line() -> None:
    lines = ['{"id": "a", "text": "Compte piraté, mot de passe changé, là maintenant !"}', "\n"]
    assert [json.loads(line) for line in triage_jsonl(lines)] == [
        {"id": "a", "categories": ["compte-pirate"], "urgency": "now", "risk": "none"}
    ]


def test_replies_are_labelled() -> None:
    lines = ['{"id": 1, "text": "Tu l’as bien cherché."}', '{"id": 2, "text": "Courage !"}']
    assert [json.loads(line) for line in triage_jsonl(lines, replies=True)] == [
        {"id": 1, "label": "blame"},
        {"id": 2, "label": "ok"},
    ]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": 1}', '{"text": "a"}', '{"id": 1, "text": 2}'])
def test_a_line_of_another_form_is_told_by_its_number(line: str) -> None:
    with pytest.raises(ValueError, match="line 2: "):
        list(triage_jsonl(['{"id": 0, "text": "bonjour"}', line]))
