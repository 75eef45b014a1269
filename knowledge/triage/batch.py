"""Triages JSON lines, so that anyone can measure from outside."""

import json
from collections.abc import Iterable, Iterator

from knowledge.triage.assessing import Triage


def triage_jsonl(lines: Iterable[str], *, replies: bool = False) -> Iterator[str]:
    """Turn ``{"id", "text"}`` lines into what the triage says of them.

    Crises give ``{"id", "categories", "urgency", "risk"}``; replies give ``{"id", "label"}``.
    Raises ``ValueError`` with the number of the line that is not of this form.
    """
    triage = Triage()
    say = _tone if replies else _assessment
    for number, line in enumerate(lines, start=1):
        if line.strip():
            identity, text = _record(line, number)
            yield json.dumps({"id": identity, **say(triage, text)}, ensure_ascii=False)


def _record(line: str, number: int) -> tuple[object, str]:
    try:
        record = json.loads(line)
        identity, text = record["id"], record["text"]
        if not isinstance(text, str):
            raise TypeError("text is not a string")
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"line {number}: {problem}") from problem
    return identity, text


def _assessment(triage: Triage, text: str) -> dict[str, object]:
    found = triage.assess(text)
    categories = [category for category, _ in found.categories]
    return {"categories": categories, "urgency": found.urgency, "risk": found.risk}


def _tone(triage: Triage, text: str) -> dict[str, object]:
    return {"label": triage.tone(text).label}
