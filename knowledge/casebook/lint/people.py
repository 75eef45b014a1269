"""People: nobody is named, neither by a title nor by a first name and a surname."""

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import CaseDraft, Draft, Drafts, PlaybookDraft
from knowledge.words import fold

_TITLED = re.compile(
    r"\b(?:M\.|MM\.|Mme|Mmes|Mlle|Mr\.?|Mrs\.?|Ms\.?|Me|Dr\.?|Pr\.?|Maître|Monsieur|Madame|"
    r"Docteur)[ \u00a0\u202f](?!le\b|la\b|les\b)([A-ZÀ-Þ][\w'’-]+)"
)
_CAPITAL = r"[A-ZÀ-Þ][a-zß-ÿ]+(?:-[A-ZÀ-Þ][a-zß-ÿ]+)*"
_PARTICLE = r"(?:(?:de|du|van|von|le|la|el|ben)[ \u00a0])?"
_FULL_NAME = re.compile(rf"\b({_CAPITAL})[ \u00a0\u202f]{_PARTICLE}({_CAPITAL})\b")
_REMEDY = "Say the function instead of the name."


def case_people(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """A case names no person; the organisation may be called after one."""
    yield from _in_prose(draft, fold(draft.case.organisation))


def playbook_people(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """A playbook names no person."""
    yield from _in_prose(draft, "")
    for number, line in draft.body_lines():
        for name in names(line):
            yield draft.document.body_finding(f"a person is named: {name!r}", _REMEDY, number)


def names(text: str) -> Iterator[str]:
    """Yield what reads like the name of a person."""
    for titled in _TITLED.finditer(text):
        yield titled[0]
    for pair in _FULL_NAME.finditer(text):
        if all(part in _first_names() for part in fold(pair[1]).split("-")):
            yield pair[0]


def _in_prose(draft: Draft, organisation: str) -> Iterator[Finding]:
    for key, text in draft.prose():
        for name in names(text):
            if fold(name) not in organisation:
                yield draft.finding(f"a person is named: {name!r}", _REMEDY, key)


@cache
def _first_names() -> frozenset[str]:
    """Return the most usual first names of France and of its neighbours, folded."""
    listed = resources.files("knowledge.casebook.lint") / "first_names.txt"
    return frozenset(listed.read_text("utf-8").split())
