"""Masks JSON lines, so that anyone can measure from outside."""

import json
from collections.abc import Iterable, Iterator

from knowledge.redaction.labels import LABELS, Language
from knowledge.redaction.redactor import redact


def redact_jsonl(lines: Iterable[str]) -> Iterator[str]:
    """Turn ``{"id", "text", "names_to_hide"?, "lang"?}`` lines into ``{"id", "masked"}`` ones.

    Raises ``ValueError`` with the number of the line that is not of this form.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield json.dumps(_masked(line, number), ensure_ascii=False)


def _masked(line: str, number: int) -> dict[str, object]:
    try:
        record = json.loads(line)
        names = tuple(record.get("names_to_hide") or ())
        text, identity = record["text"], record["id"]
        if not isinstance(text, str) or not all(isinstance(name, str) for name in names):
            raise TypeError("text and names_to_hide hold strings")
    except (ValueError, KeyError, TypeError, AttributeError) as problem:
        raise ValueError(f"line {number}: {problem}") from problem
    language: Language = "en" if record.get("lang") in LABELS and record["lang"] == "en" else "fr"
    return {"id": identity, "masked": redact(text, names, language).text}
