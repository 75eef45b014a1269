"""`entraide triage`: what is read in a text before anybody else sees it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from bot.cli.lines import LinesFile, one_of, reading
from bot.cli.output import out, print_json, print_line
from bot.wording import load as load_wordings
from knowledge.triage import Assessment, Explanation, Tone, Triage
from knowledge.triage.batch import triage_jsonl


def triage(
    text: Annotated[str, typer.Argument(help="What to read; - reads standard input.")] = "",
    replies: Annotated[
        bool, typer.Option("--replies", help="The text answers somebody who asked for help.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    jsonl: LinesFile = None,
) -> None:
    """Tell what a text is about, how soon it presses and how its writer feels; and why.

    With --jsonl, {"id", "text"} lines become {"id", "categories", "urgency", "risk"}; with
    --replies, {"id", "label"}, where the label is blame or ok.
    """
    given = one_of(text, jsonl, example='entraide triage "mon compte a été piraté"')
    if jsonl:
        with reading(jsonl, "Reading") as (source, advance):
            for done, line in enumerate(triage_jsonl(source, replies=replies), start=1):
                print_line(line)
                advance(done, None)
        return
    found = Triage().tone(given) if replies else Triage().assess(given)
    if as_json:
        print_json(asdict(found))
    else:
        _print(_tone(found) if isinstance(found, Tone) else _assessment(found), found.why)


def _assessment(found: Assessment) -> list[tuple[str, str]]:
    say = load_wordings()["fr"]
    topics = [f"{say(f'category-{name}')} ({sure:.0%})" for name, sure in found.categories]
    urgency = say(f"urgency-{found.urgency}")
    return [("topic", ", ".join(topics)), ("urgency", urgency), ("risk", found.risk)]


def _tone(found: Tone) -> list[tuple[str, str]]:
    return [("tone", found.label)]


def _print(facts: Sequence[tuple[str, str]], why: Sequence[Explanation]) -> None:
    rows = Table.grid(padding=(0, 2))
    for name, fact in facts:
        rows.add_row(f"[cyan]{name}[/]", fact)
    for each in why:
        rows.add_row("[cyan]why[/]", f"[dim]{each.kind}:[/] {', '.join(each.evidence)}")
    out.print(rows, highlight=False)
