"""Sources: what a playbook says about the law leads to a dated text."""

import re
from collections.abc import Iterator

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import Drafts, PlaybookDraft

_CITED = re.compile(r"\[(\d{1,2})\]")
_LAW = re.compile(
    r"\b(?:loi du|articles? [LRD.\d]|décret|directive|règlement (?:européen|général)|RGPD|DSA|"
    r"code (?:pénal|du travail|de la consommation|civil)|LCEN|"
    r"law of|act of|articles? \d|decree|regulation \(|GDPR|(?:labour|penal|consumer) code)\b"
    r"|\d\s?(?:€|euros?)\s(?:d['’]amende|fine)|\b(?:ans? d['’]emprisonnement|years? in prison)\b",
    re.IGNORECASE,
)
_PARAGRAPH_BREAK = re.compile(r"\s*(?:[-*>|]|\d+\.|#)|\s*$")


def citations(draft: PlaybookDraft, drafts: Drafts) -> Iterator[Finding]:
    """Each `[n]` leads to a source, and a statement about the law to a dated one."""
    sources = draft.playbook.sources
    for number, text in _paragraphs(draft):
        cited = [int(n) for n in _CITED.findall(text)]
        for n in cited:
            if not 1 <= n <= len(sources):
                problem = f"[{n}] leads to no source"
                remedy = f"The sources go from 1 to {len(sources)}."
                yield draft.document.body_finding(problem, remedy, number)
        dated = any(sources[n - 1].date for n in cited if 1 <= n <= len(sources))
        law = _LAW.search(text)
        if law and not dated and not text.lstrip().startswith((">", "#")):
            problem = f"`{law[0]}` has no dated source"
            remedy = "Cite one as [n], with its `date`."
            yield draft.document.body_finding(problem, remedy, number)


def _paragraphs(draft: PlaybookDraft) -> Iterator[tuple[int, str]]:
    """Yield the paragraphs, list items and rows of the body with the line they begin at."""
    start, text = 0, ""
    for number, line in enumerate([*draft.document.body.split("\n"), ""]):
        if _PARAGRAPH_BREAK.match(line):
            if text.strip():
                yield start, text
            start, text = number, line
        else:
            text = f"{text} {line}"
    if text.strip():
        yield start, text
