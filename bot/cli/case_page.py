"""A whole case on a terminal: its facts, its story, its timeline and its sources."""

from collections.abc import Iterator

from rich.console import RenderableType
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from bot.wording import Wording
from knowledge.casebook import write_case
from knowledge.model import Case


def case_page(case: Case, say: Wording) -> Iterator[RenderableType]:
    """Yield the parts of the page, from the title down."""
    yield Markdown(f"# {case.title}")
    yield _facts(case, say)
    yield Markdown(write_case(case).split("\n---\n", 1)[1])
    if case.timeline:
        yield _timeline(case)
    for source in case.sources:
        yield Text.assemble("\n", source.title, "\n", (source.url, f"dim link {source.url}"))


def _facts(case: Case, say: Wording) -> Table:
    facts = (
        ("label-category", ", ".join(say(f"category-{name}") for name in case.categories)),
        ("label-outcome", say(f"outcome-{case.outcome}") if case.outcome else ""),
        ("label-sector", case.sector),
        ("label-platform", ", ".join(case.platforms)),
        ("label-country", case.country),
        ("label-date", case.date),
    )
    rows = Table.grid(padding=(0, 2))
    for label, fact in facts:
        if fact:
            rows.add_row(Text(say(label), "cyan"), Text(fact))
    return rows


def _timeline(case: Case) -> Table:
    rows = Table.grid(padding=(0, 2))
    for step in case.timeline:
        rows.add_row(Text(f"\n{step.at}", "cyan"), Text(f"\n{step.event}"))
        if step.response:
            rows.add_row("", Text(f"→ {step.response}", "green"))
    return rows
