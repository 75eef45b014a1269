"""`entraide simulate`: compares ways of asking mentors on an invented community."""

import asyncio
from collections.abc import Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.table import Table

from adapters.charts import PillowCharts
from bot.cli.output import out, print_json, progress, stop
from bot.cli.simulation_chart import chart_of, shown
from bot.simulation.compare import compare
from bot.simulation.measures import Figures, Goal, goals
from bot.simulation.parameters import SHIPPED, InvalidParameters, Parameters, read_parameters

CAPTION = "times: median, p90 of all requests, those never claimed included"


def simulate(
    mentors: Annotated[int, typer.Option(min=1, max=1000, help="Mentors of the community.")] = 40,
    weekly_requests: Annotated[int, typer.Option(min=1, max=5000, help="Requests a week.")] = 200,
    weeks: Annotated[int, typer.Option(min=1, max=52, help="Weeks to live through.")] = 4,
    seeds: Annotated[int, typer.Option(min=1, max=100, help="Communities to invent.")] = 10,
    parameters: Annotated[
        Path,
        typer.Option(exists=True, dir_okay=False, help="What is assumed about people, as TOML."),
    ] = SHIPPED,
    chart: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE.png", help="Draw it too.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Compare ways of asking mentors: everyone, three by lot, ours.

    What decides is the real matching with the real delays; what people do is assumed, and
    explained in the file of parameters. The same seeds always give the same figures.
    """
    assumed = _read(parameters)
    with progress("Living through the weeks") as advance:
        figures = compare(
            assumed,
            mentors=mentors,
            weekly=weekly_requests,
            weeks=weeks,
            seeds=seeds,
            advance=advance,
        )
    found = goals(ours=figures[-1], everyone=figures[0])
    if as_json:
        print_json({"policies": _plain([asdict(each) for each in figures]), "goals": _plain(found)})
    else:
        _print(figures, found)
    if chart:
        title = f"{mentors} mentors, {weekly_requests} requests a week, asked in three ways"
        _draw(chart, title, figures)


def _read(file: Path) -> Parameters:
    try:
        return read_parameters(file)
    except InvalidParameters as wrong:
        advice = f"{SHIPPED} explains each number: copy it and change what you know better."
        stop(f"{file}: {wrong}", advice=advice)


def _draw(file: Path, title: str, figures: Sequence[Figures]) -> None:
    picture = asyncio.run(PillowCharts().draw(chart_of(title, figures)))
    try:
        file.write_bytes(picture.data)
    except OSError as problem:
        stop(f"{file}: {problem.strerror}", advice="Name a file in a folder that you may write to.")


def _print(figures: Sequence[Figures], found: Sequence[Goal]) -> None:
    table = Table("", *(each.policy for each in figures), caption=CAPTION)
    for name, cells in _rows(figures):
        table.add_row(name, *cells)
    out.print(table, highlight=False)
    for goal in found:
        mark = "[green]✓[/]" if goal.met else "[yellow]✗[/]"
        out.print(f"{mark} {goal.wanted}: {goal.found}", highlight=False)


def _rows(figures: Sequence[Figures]) -> Sequence[tuple[str, list[str]]]:
    waits = {"all": [each.wait for each in figures]} | {
        urgency.value: [each.waits[urgency] for each in figures] for urgency in figures[0].waits
    }
    return (
        *(
            (f"time to claim, {name}", [f"{shown(w.median)}, {shown(w.p90)}" for w in each])
            for name, each in waits.items()
        ),
        ("notices per mentor per week", [f"{each.notices:.1f}" for each in figures]),
        ("claimer fits category and language", [f"{each.fitting:.1%}" for each in figures]),
        ("never claimed", [f"{each.unclaimed} of {each.requests}" for each in figures]),
        ("mentors over cap", [str(each.over_cap) for each in figures]),
        ("silent beyond the table", [str(each.silent) for each in figures]),
    )


def _plain(value: Any) -> Any:
    """Return what JSON can say: durations in seconds."""
    match value:
        case timedelta():
            return value.total_seconds()
        case Goal():
            return asdict(value)
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return value
