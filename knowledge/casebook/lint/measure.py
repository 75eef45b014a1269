"""Lengths: a case is read in three minutes, a playbook in one, and nothing is missing."""

from collections.abc import Iterator, Mapping, Sequence

from knowledge.casebook.document import Key
from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import CaseDraft, Draft, Drafts, PlaybookDraft
from knowledge.words import word_count

# Words in a text, items in a list: at least, at most.
_CASE_WORDS = {
    "title": (4, 16),
    "title_en": (4, 18),
    "trigger": (40, 90),
    "escalation": (40, 100),
    "ending": (30, 80),
    "summary_en": (60, 120),
}
_CASE_ITEMS = {
    "platforms": (1, 6),
    "formulations": (6, 24),
    "formulations_en": (3, 12),
    "timeline": (4, 7),
    "response": (3, 6),
    "lessons": (3, 5),
    "sources": (1, 12),
}
_CASE_FILLED = ("sector", "country", "date", "organisation", "outcome", "confidence")
_FORMULATION_WORDS = (2, 40)
_PLAYBOOK_WORDS = {"title": (1, 14), "summary": (15, 60), "body": (150, 420)}
_PLAYBOOK_ITEMS = {
    "formulations": (6, 10),
    "steps": (5, 9),
    "warn": (3, 7),
    "avoid": (3, 6),
    "sources": (1, 12),
    "see": (2, 5),
}


def case_fields(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """A case of the shipped book says everything about itself."""
    for name in _CASE_FILLED:
        if not getattr(draft.case, name):
            yield draft.finding(f"`{name}` is missing", "Add the field.", (name,))


def case_lengths(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """Each part of a case has the length that the format asks for."""
    yield from _texts(draft, draft.case, _CASE_WORDS)
    yield from _lists(draft, draft.case, _CASE_ITEMS)
    formulations = [*_numbered("formulations", draft.case.formulations)]
    formulations += _numbered("formulations_en", draft.case.formulations_en)
    for key, text in formulations:
        yield from _within(draft, key, word_count(text), _FORMULATION_WORDS, "words")


def playbook_lengths(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """Each part of a playbook has the length that the format asks for."""
    yield from _texts(draft, draft.playbook, _PLAYBOOK_WORDS)
    yield from _lists(draft, draft.playbook, _PLAYBOOK_ITEMS)
    if not draft.playbook.reviewed:
        yield draft.finding("`reviewed` is missing", "Say when it was last checked.", ())


def _numbered(name: str, texts: Sequence[str]) -> Iterator[tuple[Key, str]]:
    yield from (((name, index), text) for index, text in enumerate(texts))


def _texts(draft: Draft, value: object, bounds: Mapping[str, tuple[int, int]]) -> Iterator[Finding]:
    for name, allowed in bounds.items():
        yield from _within(draft, (name,), word_count(getattr(value, name)), allowed, "words")


def _lists(draft: Draft, value: object, bounds: Mapping[str, tuple[int, int]]) -> Iterator[Finding]:
    for name, allowed in bounds.items():
        yield from _within(draft, (name,), len(getattr(value, name)), allowed, "items")


def _within(
    draft: Draft, key: Key, count: int, allowed: tuple[int, int], unit: str
) -> Iterator[Finding]:
    least, most = allowed
    if not least <= count <= most:
        name = key[0]
        yield draft.finding(f"`{name}` has {count} {unit}", f"Write {least} to {most}.", key)
