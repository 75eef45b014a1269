"""`entraide doctor`: tells in words what is missing, and what to do about it."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from bot.cli.checks import CHECKS, Finding
from bot.cli.crowd_checks import Counted, crowds
from bot.cli.discord_checks import discord
from bot.cli.host_checks import HOST_CHECKS
from bot.cli.output import out, print_json
from bot.cli.slack_checks import slack
from bot.settings import Settings, read_settings

MARKS = {"ok": "[green]✓[/]", "warn": "[yellow]![/]", "fail": "[red]✗[/]"}


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check everything that Entraide needs; ends with 1 when something must be put right.

    ✓ is well, ! can wait, ✗ cannot.
    """
    findings = _findings(read_settings())
    if as_json:
        print_json([asdict(finding) for finding in findings])
    else:
        _print(findings)
    if any(finding.state == "fail" for finding in findings):
        raise typer.Exit(1)


def _findings(settings: Settings) -> Sequence[Finding]:
    counted: Counted = {}
    here = [finding for check in (*CHECKS, *HOST_CHECKS) for finding in check(settings)]
    live = [found for check in (discord, slack, crowds) for found in check(settings, counted)]
    return [*here, *live]


def _print(findings: Sequence[Finding]) -> None:
    table = Table("", "check", "found", "what to do", box=None, pad_edge=False)
    for finding in findings:
        texts = (finding.check, finding.found, finding.advice)
        table.add_row(MARKS[finding.state], *map(escape, texts))
    out.print(table, highlight=False)
