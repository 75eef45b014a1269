"""`entraide run` and `entraide demo`: start what there is, until told to stop."""

import asyncio
import shutil
import socket
import sys
import threading
import webbrowser
from collections.abc import Mapping
from contextlib import AbstractAsyncContextManager, AsyncExitStack
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.panel import Panel

from adapters import logs
from adapters.metrics import Metrics
from adapters.store.occupied import Occupied
from adapters.store.upkeep import WrongKeys
from bot.bootstrap.core import at_work, entraide
from bot.bootstrap.health import serve_health
from bot.bootstrap.line import Line, listening
from bot.bootstrap.platforms import Part, Start, open_page, serve_page, startable
from bot.cli.output import err, stop
from bot.cli.stopping import told_to_stop
from bot.demo import COMMUNITY, fill_sandbox
from bot.domain.errors import Undeliverable
from bot.settings import Settings, read_settings

BROWSER_AFTER_S = 1.0
# The database answers from threads: at Python's default of 5 ms each of its dozens of answers
# a message may wait that long for its turn while the event loop is busy.
SWITCH_INTERVAL_S = 0.0005
GUIDES = {"Discord": "docs/discord.md", "Slack": "docs/slack.md"}


def demo(
    port: Annotated[
        int, typer.Option(help="Port of the page; by default the one that the settings name.")
    ] = 0,
    browser: Annotated[bool, typer.Option(help="Open a browser.")] = True,
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget what was done before.")] = False,
) -> None:
    """Open the page, filled with a few invented people: no token needed."""
    settings = read_settings()
    settings = _sandbox(settings, port or settings.http_port)
    _refuse_taken_port(settings)
    if fresh and settings.state_dir.exists():
        shutil.rmtree(settings.state_dir)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    logs.configure(settings.log_level)
    asyncio.run(_demo(settings, browser=browser))


def _sandbox(settings: Settings, port: int) -> Settings:
    """Return settings that touch nothing real: a folder, a database and keys of their own."""
    folder: Path = settings.state_dir / "demo"
    values = {"state_dir": folder, "database_url": "", "key_dir": None, "http_port": port}
    return settings.model_copy(update=values)


def _refuse_taken_port(settings: Settings) -> None:
    with socket.socket() as probe:
        if probe.connect_ex((settings.http_host, settings.http_port)) == 0:
            stop(
                f"port {settings.http_port} is taken",
                advice=f"Choose another one: entraide demo --port {settings.http_port + 1}",
            )


async def _demo(settings: Settings, *, browser: bool) -> None:
    status = err.status("Reading the casebook…")
    status.start()
    with told_to_stop() as told:
        async with entraide(settings) as house:
            await fill_sandbox(house.desk, house.tools)
            status.stop()
            url = f"http://{settings.http_host}:{settings.http_port}"
            _greet(url, house.model.kind, house.model.reason)
            if browser:
                _open_later(url)
            async with (
                open_page(house, COMMUNITY) as site,
                at_work(house),
                listening(partial(serve_page, house, site)),
            ):
                await told.wait()


def _greet(url: str, model: str, reason: str) -> None:
    lines = (
        f"The page is at [bold link={url}]{url}[/]",
        f"Search model: [bold]{model}[/] ({reason})",
        "Ctrl+C stops it; what you did stays (--fresh forgets it).",
    )
    err.print(Panel("\n".join(lines), title="Entraide", expand=False))


def _open_later(url: str) -> None:
    timer = threading.Timer(BROWSER_AFTER_S, webbrowser.open, [url])
    timer.daemon = True
    timer.start()


def run(
    only: Annotated[
        Part, typer.Option(help="Of several processes on PostgreSQL, the part of this one.")
    ] = "all",
) -> None:
    """Start every platform that has its token, and say how to get the others."""
    settings = read_settings()
    starts = startable(settings, only)
    _refuse_to_run(settings, starts, only)
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    metrics = Metrics()
    logs.configure(settings.log_level, faults=metrics.failed)
    err.print(f"Starting {', '.join(starts)}. Ctrl+C stops.")
    try:
        asyncio.run(_run(settings, starts, only, metrics))
    except WrongKeys:
        stop("the database: these are not its keys", advice="entraide doctor says more.")
    except Occupied:
        stop("the keys are being changed", advice="Wait until that is done, and start again.")


def _refuse_to_run(settings: Settings, starts: Mapping[str, Start], only: Part) -> None:
    """End when nothing can start, having said what would; tell what is left out."""
    if only != "all" and settings.database_file:
        advice = "Set ENTRAIDE_DATABASE_URL to a PostgreSQL, or run without --only."
        stop("SQLite serves one process", advice=advice)
    if only == "web" and not starts:
        advice = "Slack's HTTP mode is: docs/slack.md. The rest is the worker's."
        stop("nothing here is reached over HTTP", advice=advice)
    for name in sorted(set(GUIDES) - set(startable(settings))):
        err.print(f"[yellow]![/] {name} has no token: {GUIDES[name]} says how to get one.")
    if not starts:
        stop("no platform can start", advice="`entraide demo` opens the page without any token.")


async def _run(
    settings: Settings, starts: Mapping[str, Start], only: Part, metrics: Metrics
) -> None:
    with told_to_stop() as told:
        async with entraide(settings, metrics=metrics) as house, AsyncExitStack() as open_:
            for name, start in starts.items():
                house.lines[name] = await _opened(open_, name, start(house))
            # Not before: what waits is delivered at once, by messengers that are there.
            if only != "web":
                await open_.enter_async_context(at_work(house))
            listens = [line.listen for line in house.lines.values()]
            if settings.health_port:
                listens.append(partial(serve_health, house))
            async with listening(*listens):
                await told.wait()
            err.print("Stopping: what is being delivered is finished first.")


async def _opened(
    open_: AsyncExitStack, name: str, opening: AbstractAsyncContextManager[Line]
) -> Line:
    try:
        return await open_.enter_async_context(opening)
    except Undeliverable:
        stop(f"{name} refuses its token", advice=f"{GUIDES[name]} says how to get a new one.")
