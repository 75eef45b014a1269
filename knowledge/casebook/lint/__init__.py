"""Checks a folder of cases and playbooks: the table of rules, and who runs them."""

from collections.abc import Iterator
from pathlib import Path

from knowledge.casebook.document import parse
from knowledge.casebook.finding import Finding, InvalidFile
from knowledge.casebook.lint import (
    formulations,
    identity,
    measure,
    people,
    prose,
    sources,
)
from knowledge.casebook.lint.draft import CaseDraft, CaseRule, Drafts, PlaybookDraft, PlaybookRule
from knowledge.casebook.lint.timeline import timeline
from knowledge.casebook.reading import case_of, playbook_of
from knowledge.casebook.shelf import CASES, PLAYBOOKS, files

CASE_RULES: tuple[CaseRule, ...] = (
    identity.case_ids,
    identity.case_categories,
    measure.case_fields,
    measure.case_lengths,
    timeline,
    people.case_people,
    formulations.no_brand,
    formulations.own_words,
    formulations.all_different,
    prose.case_prose,
)
PLAYBOOK_RULES: tuple[PlaybookRule, ...] = (
    identity.playbook_ids,
    identity.playbook_links,
    identity.translations,
    measure.playbook_lengths,
    people.playbook_people,
    sources.citations,
    prose.playbook_prose,
)


def lint(folder: Path) -> list[Finding]:
    """Return all that is wrong in ``folder``, in the order of files and lines."""
    findings: list[Finding] = []
    drafts = _drafts(folder, findings)
    findings += _broken_rules(drafts)
    return sorted(set(findings))


def _drafts(folder: Path, findings: list[Finding]) -> Drafts:
    cases: list[CaseDraft] = []
    playbooks: list[PlaybookDraft] = []
    for kind in (CASES, PLAYBOOKS):
        for path in files(folder, kind):
            try:
                document = parse(path.read_text("utf-8"), path=path)
                if kind == CASES:
                    cases.append(CaseDraft(document, case_of(document)))
                else:
                    playbooks.append(PlaybookDraft(document, playbook_of(document)))
            except InvalidFile as invalid:
                findings.extend(invalid.findings)
            except UnicodeDecodeError:
                findings.append(Finding(path, 1, "not UTF-8", "Save the file as UTF-8."))
    return Drafts(tuple(cases), tuple(playbooks))


def _broken_rules(drafts: Drafts) -> Iterator[Finding]:
    for case in drafts.cases:
        for case_rule in CASE_RULES:
            yield from case_rule(case, drafts)
    for playbook in drafts.playbooks:
        for playbook_rule in PLAYBOOK_RULES:
            yield from playbook_rule(playbook, drafts)
