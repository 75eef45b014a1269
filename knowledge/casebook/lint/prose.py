"""Prose: the typography that a French or English printer would use."""

from collections.abc import Iterator
from dataclasses import replace

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import CaseDraft, Draft, Drafts, PlaybookDraft
from knowledge.casebook.typeset import typeset_case, typeset_playbook

_PROBLEM = "the typography is not right"
_REMEDY = "Run `entraide cases lint --fix`."


def case_prose(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """Every text of a case is typeset."""
    typeset = replace(draft, case=typeset_case(draft.case))
    yield from _differences(draft, typeset)


def playbook_prose(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """Every text of a card is typeset."""
    typeset = replace(draft, playbook=typeset_playbook(draft.playbook))
    yield from _differences(draft, typeset)
    if typeset.playbook.body != draft.playbook.body:
        yield draft.document.body_finding(_PROBLEM, _REMEDY)


def _differences(draft: Draft, typeset: Draft) -> Iterator[Finding]:
    before = [*draft.prose(), *draft.formulations()]
    after = [*typeset.prose(), *typeset.formulations()]
    for (key, text), (_, wanted) in zip(before, after, strict=True):
        if text != wanted:
            yield draft.finding(_PROBLEM, _REMEDY, key)
