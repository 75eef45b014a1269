"""Cases and playbooks of the memory as the sheets that the core shows."""

from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

from bot.domain.casebook import (
    CaseSheet,
    Contact,
    Excerpt,
    Moment,
    Passage,
    PlaybookSheet,
    SourceLink,
)
from bot.domain.ids import CaseId
from bot.domain.people import Language
from bot.domain.vocabulary import Category
from knowledge.model import Case, Playbook, Source
from knowledge.search import Hit

DONE_SHOWN, LESSONS_SHOWN = 3, 2


def excerpt(case: Case, hit: Hit, language: Language) -> Excerpt:
    """Return a found case in a few lines."""
    title = case.title_en if language == "en" and case.title_en else case.title
    return Excerpt(
        CaseId(case.id),
        title,
        case.outcome,
        case.response[:DONE_SHOWN],
        case.ending,
        case.lessons[:LESSONS_SHOWN],
        passage=hit.why.passage,
        words=hit.why.words,
    )


def case_sheet(case: Case, language: Language) -> CaseSheet:
    """Return a whole case."""
    title = case.title_en if language == "en" and case.title_en else case.title
    return CaseSheet(
        id=CaseId(case.id),
        title=title,
        category=Category(case.category),
        outcome=case.outcome,
        sector=case.sector,
        country=case.country,
        date=case.date,
        platforms=case.platforms,
        trigger=case.trigger,
        escalation=case.escalation,
        response=case.response,
        ending=case.ending,
        lessons=case.lessons,
        timeline=tuple(Moment(step.at, step.event, step.response) for step in case.timeline),
        sources=_links(case.sources),
        summary_en=case.summary_en,
    )


@cache
def playbook_sheet(playbook: Playbook) -> PlaybookSheet:
    """Return a first-hour card."""
    return PlaybookSheet(
        id=playbook.id,
        title=playbook.title,
        category=playbook.category,
        summary=playbook.summary,
        steps=tuple((step.at, step.do) for step in playbook.steps),
        contacts=tuple(Contact(row.who, row.when, row.how) for row in playbook.warn),
        avoid=playbook.avoid,
        body=tuple(_passages(playbook.body)),
        sources=_links(playbook.sources),
        see=tuple(CaseId(case) for case in playbook.see),
    )


def _links(sources: tuple[Source, ...]) -> tuple[SourceLink, ...]:
    return tuple(SourceLink(source.title, source.url, source.date) for source in sources)


def _passages(markdown: str) -> Iterator[Passage]:
    """Yield the pieces of a Markdown text; emphasis and links become plain words."""
    tree = SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(markdown))
    for node in tree.children:
        yield from _passage(node)


def _passage(node: SyntaxTreeNode) -> Iterator[Passage]:
    match node.type:
        case "heading":
            yield Passage("heading", _words(node))
        case "blockquote":
            yield Passage("quote", "\n\n".join(_words(child) for child in node.children))
        case "bullet_list" | "ordered_list":
            yield from (Passage("item", _words(item)) for item in node.children)
        case "table":
            rows = [row for part in node.children for row in part.children]
            yield from (
                Passage("row", "\t".join(_words(cell) for cell in row.children)) for row in rows
            )
        case _:
            yield Passage("text", _words(node))


def _words(node: SyntaxTreeNode) -> str:
    if node.type in ("text", "code_inline", "code_block", "fence"):
        return node.content
    if node.type in ("softbreak", "hardbreak"):
        return " " if node.type == "softbreak" else "\n"
    return "".join(_words(child) for child in node.children)
