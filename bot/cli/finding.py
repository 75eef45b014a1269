"""`entraide search`: the memory, from a terminal."""

import sys
from collections.abc import Mapping
from dataclasses import asdict
from textwrap import wrap
from typing import Annotated, Any, Literal

import typer
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from bot.cli.lines import LinesFile, one_of, reading
from bot.cli.memory import Folder, NoModel, open_search
from bot.cli.output import out, print_json
from bot.domain.vocabulary import Category
from bot.settings import read_settings
from bot.wording import Wording
from bot.wording import load as load_wordings
from knowledge.batch import DEPTH, search_jsonl
from knowledge.embedder import Mode
from knowledge.model import Case, CaseId
from knowledge.search import Answer, Filters, Hit
from knowledge.triage import Triage

Cases = Mapping[CaseId, Case]
Outcome = Literal["success", "mixed", "failure"]
VERDICTS = {
    "close": "[green]Somebody lived this.[/]",
    "near": "[yellow]Nothing very close; these are near.[/]",
    "none": "[yellow]Nothing close enough. What is nearest, for what it is worth:[/]",
}
MARGIN = 8
SHOWN = 3
HOW_MANY = f"How many cases at most: {SHOWN} to read, {DEPTH} for --jsonl."
CATEGORY = typer.Option(metavar="TOPIC", help="Only this topic, such as boulette.")


def search(
    text: Annotated[
        str, typer.Argument(help="What happens, in plain words; - reads standard input.")
    ] = "",
    k: Annotated[int | None, typer.Option("-k", min=1, max=50, help=HOW_MANY)] = None,
    category: Annotated[Category | None, CATEGORY] = None,
    sector: Annotated[str, typer.Option(help="Only this sector.")] = "",
    platform: Annotated[str, typer.Option(help="Only this platform.")] = "",
    outcome: Annotated[Outcome | None, typer.Option(help="Only cases that ended so.")] = None,
    folder: Folder = None,
    no_model: NoModel = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: LinesFile = None,
) -> None:
    """Find the cases that are the same kind of situation, or say that none is close.

    With --jsonl, {"id", "text"} lines become {"id", "results": [{"case", "score"}], "abstained"}.
    """
    question = one_of(text, jsonl, example='entraide search "mon compte a été piraté"')
    book, engine = open_search(read_settings(), folder, no_model=no_model)
    if jsonl:
        with reading(jsonl, "Searching") as (source, advance):
            search_jsonl(source, sys.stdout, search=engine, k=k or DEPTH, progress=advance)
        return
    filters = Filters(category or "", sector, platform, outcome or "")
    guessed = Triage().categories(question)
    answer = engine.search(question, k=k or SHOWN, filters=filters, categories=guessed)
    if as_json:
        print_json(_data(answer, book.cases))
    else:
        _print(answer, book.cases)


def _data(answer: Answer, cases: Cases) -> dict[str, Any]:
    results = [
        {
            "case": hit.case_id,
            "title": cases[hit.case_id].title,
            "outcome": cases[hit.case_id].outcome,
            "score": round(hit.score, 4),
            "why": asdict(hit.why),
            "lessons": cases[hit.case_id].lessons,
        }
        for hit in answer.hits
    ]
    return {"mode": asdict(answer.mode), "closeness": answer.closeness, "results": results}


def _print(answer: Answer, cases: Cases) -> None:
    out.print(f"Search mode: {_mode(answer.mode)}", highlight=False)
    if not answer.hits:
        out.print("No case matches these filters. `entraide cases list` shows what there is.")
        return
    out.print(VERDICTS[answer.closeness])
    say = load_wordings()["fr"]
    for rank, hit in enumerate(answer.hits, start=1):
        _print_hit(rank, hit, cases[hit.case_id], say)


def _mode(mode: Mode) -> str:
    name = f"[bold]{mode.kind}[/]" + (f" ({escape(mode.model)})" if mode.model else "")
    return f"{name}: {escape(mode.reason)}"


def _print_hit(rank: int, hit: Hit, case: Case, say: Wording) -> None:
    outcome = say(f"outcome-{case.outcome}") if case.outcome else ""
    facts = (outcome, say(f"category-{case.category}"), case.sector, case.date)
    rows = Table.grid(padding=(0, 2))
    rows.add_row(f"{rank}", _wrapped("", f"{case.title} ({hit.score:.0%})", style="bold"))
    rows.add_row("", _wrapped("", " · ".join(filter(None, facts)), style="dim"))
    rows.add_row("", _wrapped("Why: ", _why(hit, say)))
    for lesson in case.lessons[:1]:
        rows.add_row("", _wrapped("Lesson: ", lesson))
    rows.add_row("", f"[dim]entraide cases show {case.id}[/]")
    out.print("")
    out.print(rows, highlight=False)


def _wrapped(label: str, text: str, *, style: str = "") -> Text:
    """Return lines that are never cut at a no-break space, as rich would."""
    lines = Text("\n".join(wrap(label + text, out.width - MARGIN)), style)
    lines.stylize("cyan", 0, len(label))
    return lines


def _why(hit: Hit, say: Wording) -> str:
    """Return what the question shares with the case: a passage, words, a topic."""
    passage = f"« {hit.why.passage} »" if hit.why.passage else ""
    words = ", ".join(hit.why.words)
    topic = say(f"category-{hit.why.category}") if hit.why.category else ""
    return " · ".join(filter(None, (passage, words, topic)))
