"""Writes cases and playbooks as the files that reading takes, always in the same shape."""

import json
import re
import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import fields

from knowledge.casebook import sections
from knowledge.model import Case, Playbook, Source, Step, TimelineStep, WarnRow

_WIDTH = 118
_BARE = re.compile(r"(?:\d+[- ])?[^\W\d_]\w*(?:[ -]\w+)*")
_BARE_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
# Words that YAML readers other than ours take for something else than a string.
_RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
# What YAML does not allow in the open, even between quotes.
_UNPRINTABLE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")

_Record = Source | TimelineStep | Step | WarnRow


def write_case(case: Case) -> str:
    """Return the file of ``case``."""
    front = [
        _line("id", case.id),
        "kind: case",
        _line("language", case.language),
        _line("community", case.community or ""),
        _quoted_line("title", case.title),
        _quoted_line("title_en", case.title_en),
        _line("category", case.category),
        _flow("also", case.also),
        *(_line(name, getattr(case, name)) for name in ("sector", "country", "date")),
        _flow("platforms", case.platforms),
        *(_line(name, getattr(case, name)) for name in ("organisation", "outcome", "confidence")),
        *_block("formulations", case.formulations),
        *_block("formulations_en", case.formulations_en),
        *_records("timeline", case.timeline),
        *_folded("summary_en", case.summary_en),
        *_records("sources", case.sources),
    ]
    parts = {part: getattr(case, part) for part in sections.PARTS}
    return _file(front, sections.markdown(case.language, parts))


def write_playbook(playbook: Playbook) -> str:
    """Return the file of ``playbook``."""
    front = [
        _line("id", playbook.id),
        "kind: playbook",
        _line("language", playbook.language),
        _quoted_line("title", playbook.title),
        _line("category", playbook.category),
        _flow("also", playbook.also),
        _line("urgency", playbook.urgency),
        _quoted_line("summary", playbook.summary),
        *_block("formulations", playbook.formulations),
        *_records("steps", playbook.steps),
        *_records("warn", playbook.warn),
        *_block("avoid", playbook.avoid),
        *_records("sources", playbook.sources),
        _flow("see", playbook.see),
        _line("reviewed", playbook.reviewed),
    ]
    return _file(front, f"{playbook.body}\n" if playbook.body else "")


def _file(front: Iterable[str], body: str) -> str:
    head = "\n".join(["---", *filter(None, front), "---"])
    return f"{head}\n\n{body}" if body else f"{head}\n"


def _quoted(text: str) -> str:
    escaped = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", escaped)


def _scalar(text: str) -> str:
    bare = _BARE.fullmatch(text) or _BARE_DATE.fullmatch(text)
    return text if bare and text.lower() not in _RESERVED else _quoted(text)


def _line(name: str, value: str) -> str:
    return f"{name}: {_scalar(value)}" if value else ""


def _quoted_line(name: str, value: str) -> str:
    return f"{name}: {_quoted(value)}" if value else ""


def _flow(name: str, values: Sequence[str]) -> str:
    return f"{name}: [{', '.join(map(_scalar, values))}]" if values else ""


def _block(name: str, values: Sequence[str]) -> list[str]:
    return [f"{name}:", *(f"  - {_quoted(value)}" for value in values)] if values else []


def _records(name: str, records: Sequence[_Record]) -> list[str]:
    if not records:
        return []
    return [f"{name}:", *(line for record in records for line in _record(record))]


def _record(record: _Record) -> list[str]:
    pairs = [(field.name, getattr(record, field.name)) for field in fields(record)]
    kept = [(name, value) for name, value in pairs if value or name == "contact"]
    lines = [f"{name}: {'true' if value is True else _quoted(value)}" for name, value in kept]
    return [f"{'  - ' if index == 0 else '    '}{line}" for index, line in enumerate(lines)]


def _folded(name: str, text: str) -> list[str]:
    # Only a text of plain words comes back from a folded block as it was.
    if not (text.isprintable() and text == " ".join(text.split()) and text[:1].isalnum()):
        return [_quoted_line(name, text)]
    wrapped = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return [f"{name}: >-", *(f"  {line}" for line in wrapped)]
