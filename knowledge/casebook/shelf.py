"""Loads a folder of cases and playbooks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path

from knowledge.casebook.finding import Finding, InvalidFile
from knowledge.casebook.reading import read_case, read_playbook
from knowledge.model import Case, CaseId, Playbook, PlaybookId

CASES, PLAYBOOKS = "cases", "playbooks"


@dataclass(frozen=True, slots=True)
class Casebook:
    """Cases by id, playbooks by id and language."""

    cases: Mapping[CaseId, Case] = field(default_factory=dict)
    playbooks: Mapping[tuple[PlaybookId, str], Playbook] = field(default_factory=dict)

    def playbook(self, playbook: PlaybookId, language: str) -> Playbook | None:
        """Return a playbook in this language, else in French."""
        return self.playbooks.get((playbook, language)) or self.playbooks.get((playbook, "fr"))


def shipped() -> Path:
    """Return the folder of the casebook that comes with this package."""
    return Path(str(resources.files("knowledge")))


def files(folder: Path, kind: str) -> Iterator[Path]:
    """Yield the Markdown files of one kind, in the order of their names."""
    yield from sorted((folder / kind).glob("*.md"))


def load(folder: Path) -> Casebook:
    """Read every file of ``folder``; raise ``InvalidFile`` with all that is wrong in any."""
    findings: list[Finding] = []
    cases: dict[CaseId, Case] = {}
    playbooks: dict[tuple[PlaybookId, str], Playbook] = {}
    for path in files(folder, CASES):
        try:
            case = read_case(path.read_text("utf-8"), path=path)
            cases[case.id] = case
        except InvalidFile as invalid:
            findings += invalid.findings
    for path in files(folder, PLAYBOOKS):
        try:
            playbook = read_playbook(path.read_text("utf-8"), path=path)
            playbooks[playbook.id, playbook.language] = playbook
        except InvalidFile as invalid:
            findings += invalid.findings
    if findings:
        raise InvalidFile(findings)
    return Casebook(cases, playbooks)
