"""What a lint rule sees: one file read twice (as written, as understood) and its neighbours."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from knowledge.casebook.document import Document, Key
from knowledge.casebook.finding import Finding
from knowledge.casebook.sections import split
from knowledge.model import Case, Playbook


@dataclass(frozen=True, slots=True)
class CaseDraft:
    """A case and the file that it was read from."""

    document: Document
    case: Case

    def line(self, key: Key) -> int:
        """Return the line of a field of ``Case``, in the front matter or in the body."""
        if key in self.document.lines:
            return self.document.line(*key)
        for section in split(self.document.body):
            if section.part == key[0]:
                return self.document.body_line + section.line
        return self.document.line(*key)

    def finding(self, problem: str, remedy: str, key: Key) -> Finding:
        """Return a finding at the line of a field of ``Case``."""
        return Finding(self.document.path, self.line(key), problem, remedy)

    def prose(self) -> Iterator[tuple[Key, str]]:
        """Yield every text of the story, with where it stands; formulations are left out."""
        case = self.case
        yield from ((("title",), case.title), (("title_en",), case.title_en))
        for index, step in enumerate(case.timeline):
            yield ("timeline", index, "event"), step.event
            yield ("timeline", index, "response"), step.response
        yield ("summary_en",), case.summary_en
        yield from ((("trigger",), case.trigger), (("escalation",), case.escalation))
        yield from ((("response",), item) for item in case.response)
        yield ("ending",), case.ending
        yield from ((("lessons",), item) for item in case.lessons)

    def formulations(self) -> Iterator[tuple[Key, str]]:
        """Yield the formulations in both languages, with where they stand."""
        for name in ("formulations", "formulations_en"):
            yield from (((name, i), text) for i, text in enumerate(getattr(self.case, name)))


@dataclass(frozen=True, slots=True)
class PlaybookDraft:
    """A playbook and the file that it was read from."""

    document: Document
    playbook: Playbook

    def finding(self, problem: str, remedy: str, key: Key) -> Finding:
        """Return a finding at the line of a front matter field."""
        return self.document.finding(problem, remedy, *key)

    def prose(self) -> Iterator[tuple[Key, str]]:
        """Yield every text of the front matter that a person reads, with where it stands."""
        playbook = self.playbook
        yield from ((("title",), playbook.title), (("summary",), playbook.summary))
        for index, step in enumerate(playbook.steps):
            yield ("steps", index, "at"), step.at
            yield ("steps", index, "do"), step.do
        for index, row in enumerate(playbook.warn):
            yield ("warn", index, "who"), row.who
            yield ("warn", index, "when"), row.when
            yield ("warn", index, "how"), row.how
        yield from ((("avoid", index), item) for index, item in enumerate(playbook.avoid))

    def formulations(self) -> Iterator[tuple[Key, str]]:
        """Yield the formulations, with where they stand."""
        texts = self.playbook.formulations
        yield from ((("formulations", index), text) for index, text in enumerate(texts))

    def body_lines(self) -> Iterator[tuple[int, str]]:
        """Yield the lines of the body, numbered from its first."""
        yield from enumerate(self.document.body.split("\n"))


@dataclass(frozen=True, slots=True)
class Drafts:
    """Everything in the folder that could be read."""

    cases: tuple[CaseDraft, ...]
    playbooks: tuple[PlaybookDraft, ...]


Draft = CaseDraft | PlaybookDraft
CaseRule = Callable[[CaseDraft, Drafts], Iterator[Finding]]
PlaybookRule = Callable[[PlaybookDraft, Drafts], Iterator[Finding]]
