"""`entraide keys`: which keys there are, and new ones in their place."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import Annotated

import typer
from rich.table import Table

from adapters.clock import SystemClock
from adapters.store.health import Health, examine
from adapters.store.key_census import Key
from adapters.store.occupied import Occupied, alone_with
from adapters.store.rotation import rotate as rotate_keys
from adapters.store.vault import BrokenSeal, FileVault
from bot.cli.output import out, print_json, progress, stop
from bot.cli.store import HEALTH, database_exists, open_store
from bot.domain.statistics import LEAST_SHOWN
from bot.settings import Settings, read_settings
from bot.wording import Wording, load

app = typer.Typer(no_args_is_help=True)


@app.callback()
def keys() -> None:
    """Look at the keys, and change them."""


@app.command()
def show(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Say which keys there are, how old they are and what each protects; never a key itself."""
    settings = read_settings()
    found, now = asyncio.run(_keys(settings)), SystemClock().now()
    if as_json:
        print_json([_plain(key) for key in found])
        return
    say = load()[settings.language]
    table = Table(say("keys-name"), say("keys-age"), say("keys-protects"), box=None, pad_edge=False)
    for key in found:
        table.add_row(key.name, say.duration(now - key.made_at), _protects(key, say))
    out.print(table, highlight=False)
    out.print(say("keys-folder", folder=str(settings.keys)), highlight=False, soft_wrap=True)


@app.command()
def rotate() -> None:
    """Make new keys and seal everything with them; Entraide must be stopped.

    All or nothing: cut short at any moment, the old keys still serve, and the same command
    goes on. What is in the backups of before opens with the old keys alone.
    """
    settings = read_settings()
    say = load()[settings.language]
    _refuse_sandbox(settings, say)
    try:
        with alone_with(settings.keys):
            _refuse_unusable(settings, say)
            generation = asyncio.run(_rotate(settings, say))
    except Occupied:
        stop(say("keys-occupied"), advice=say("keys-occupied-advice"))
    except BrokenSeal as broken:
        stop(say("keys-broken", table=str(broken)), advice=say("keys-broken-advice"))
    out.print(say("keys-changed", generation=generation), highlight=False, soft_wrap=True)
    out.print(say("keys-copy", folder=str(settings.keys)), highlight=False, soft_wrap=True)
    out.print(say("keys-old-stay"), highlight=False, soft_wrap=True)


@app.command()
def forget() -> None:
    """Give up the requests whose keys are lost, and take down what shows of them.

    Only for keys that will not come back: weekly keys are in no backup.
    """
    settings = read_settings()
    say = load()[settings.language]
    count = asyncio.run(_give_up(settings))
    out.print(say("keys-forgotten", count=count), highlight=False, soft_wrap=True)


async def _give_up(settings: Settings) -> int:
    async with open_store(settings) as store:
        return await store.give_up_lost()


async def _keys(settings: Settings) -> Sequence[Key]:
    async with open_store(settings) as store:
        return await store.keys()


async def _rotate(settings: Settings, say: Wording) -> int:
    vault = FileVault(settings.keys, clock=SystemClock())
    with progress(say("keys-changing")) as advance:
        return await rotate_keys(settings.database, vault, advance=advance)


def _refuse_sandbox(settings: Settings, say: Wording) -> None:
    """End where the page lives: its file names places by digests that cannot be changed."""
    if (settings.state_dir / "page.db").exists():
        stop(
            say("keys-sandbox"), advice=say("keys-sandbox-advice", command="entraide demo --fresh")
        )


def _refuse_unusable(settings: Settings, say: Wording) -> None:
    if not database_exists(settings):
        stop(say("keys-none"), advice=say("keys-none-advice"))
    health = asyncio.run(examine(settings.database, settings.keys, clock=SystemClock()))
    if health is Health.FRESH:
        stop(say("keys-none"), advice=say("keys-none-advice"))
    state, found, advice = HEALTH[health]
    if state == "fail":
        stop(f"the database: {found}", advice=advice)


def _protects(key: Key, say: Wording) -> str:
    if key.service == "old":
        return say("keys-old")
    if key.service == "ahead":
        return say("keys-ahead")
    if not key.week:
        return say(f"keys-{key.kind}")
    return say(f"keys-{key.kind}", week=key.week, count=_rough(key.wraps, say))


def _rough(count: int, say: Wording) -> str:
    """Say how many as far as it may be told."""
    if count == 0:
        return say("keys-nothing")
    return say("keys-few", few=LEAST_SHOWN) if count < LEAST_SHOWN else str(count)


def _plain(key: Key) -> Mapping[str, object]:
    wraps = key.wraps if key.wraps >= LEAST_SHOWN or not key.wraps else None
    return {**asdict(key), "made_at": key.made_at.isoformat(timespec="seconds"), "wraps": wraps}
