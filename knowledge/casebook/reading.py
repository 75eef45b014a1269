"""Builds cases and playbooks from the text of their files."""

from pathlib import Path
from typing import Any

from knowledge.casebook import schema, sections
from knowledge.casebook.document import Document, parse
from knowledge.casebook.finding import InvalidFile
from knowledge.model import (
    Case,
    CaseId,
    Playbook,
    PlaybookId,
    Source,
    Step,
    TimelineStep,
    WarnRow,
)


def read_case(text: str, *, path: Path) -> Case:
    """Read one case; raise ``InvalidFile`` with every reason why it is none."""
    return case_of(parse(text, path=path))


def read_playbook(text: str, *, path: Path) -> Playbook:
    """Read one playbook; raise ``InvalidFile`` with every reason why it is none."""
    return playbook_of(parse(text, path=path))


def case_of(document: Document) -> Case:
    """Build the case that ``document`` holds."""
    values = _checked(document, schema.CASE)
    parts = _parts(document)
    return Case(
        id=CaseId(values["id"]),
        community=values.get("community"),
        timeline=tuple(TimelineStep(**step) for step in values.get("timeline", ())),
        sources=_sources(values),
        **_plain_fields(values, schema.CASE, but=("id", "kind", "community")),
        **parts,
    )


def playbook_of(document: Document) -> Playbook:
    """Build the playbook that ``document`` holds."""
    values = _checked(document, schema.PLAYBOOK)
    return Playbook(
        id=PlaybookId(values["id"]),
        steps=tuple(Step(**step) for step in values["steps"]),
        warn=tuple(WarnRow(**row) for row in values.get("warn", ())),
        sources=_sources(values),
        see=tuple(CaseId(case) for case in values.get("see", ())),
        body=document.body.strip(),
        **_plain_fields(values, schema.PLAYBOOK, but=("id", "kind", "see")),
    )


def _plain_fields(
    values: dict[str, Any], fields: tuple[schema.Field, ...], *, but: tuple[str, ...]
) -> dict[str, Any]:
    """Return the texts and lists of texts, which carry the same name in the model."""
    present = [field for field in fields if field.name in values and field.name not in but]
    texts = {f.name: values[f.name] for f in present if isinstance(f, schema.Text)}
    lists = {f.name: tuple(values[f.name]) for f in present if isinstance(f, schema.Texts)}
    return texts | lists


def _checked(document: Document, fields: tuple[schema.Field, ...]) -> dict[str, Any]:
    findings = tuple(schema.findings(document, fields))
    if findings:
        raise InvalidFile(findings)
    # The schema has just vouched for every type below.
    return dict(document.values)


def _sources(values: dict[str, Any]) -> tuple[Source, ...]:
    return tuple(
        Source(s["title"], s["url"], s.get("date", ""), s.get("recheck") == "true")
        for s in values.get("sources", ())
    )


def _parts(document: Document) -> dict[str, Any]:
    parts: dict[str, Any] = {}
    for section in sections.split(document.body):
        name = section.part
        if name is None or name in parts:
            line, what = section.line, section.heading or "text before the first heading"
            remedy = f"Use each once: {', '.join(sections.HEADINGS['fr'].values())}."
            raise InvalidFile([document.body_finding(f"section `{what}`", remedy, line)])
        parts[name] = section.items if name in ("response", "lessons") else section.text
    return parts
