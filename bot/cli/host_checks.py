"""What the doctor looks at on the host: room, the age of keys and backups, clocks."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable, Iterator
from datetime import datetime, timedelta

from adapters.clock import SystemClock
from adapters.store.server import ask
from adapters.store.vault import FileVault
from adapters.time_signal import time_at
from bot.cli.checks import Finding, nearest
from bot.cli.last_backup import last_backup
from bot.cli.store import State, database_exists
from bot.settings import Settings
from bot.wording import load

GIGABYTE = 1_000_000_000
ROOM_NEEDED, ROOM_WANTED = 0.1, 1.0  # gigabytes
KEY_LASTS = timedelta(days=365)
BACKUP_LASTS = timedelta(days=7)
# Slack refuses what is five minutes old; timers of several machines fire by their own clocks.
APART_SOME, APART_MUCH = timedelta(seconds=10), timedelta(minutes=2)


def disk(settings: Settings) -> Iterator[Finding]:
    """Say whether the disk of the state folder has room left."""
    free = shutil.disk_usage(nearest(settings.state_dir)).free / GIGABYTE
    found = f"{free:.1f} GB free at {settings.state_dir}"
    if free >= ROOM_WANTED:
        yield Finding("disk", "ok", found)
        return
    advice = "Make room, or move ENTRAIDE_STATE_DIR: a full disk takes no message any more."
    yield Finding("disk", "warn" if free >= ROOM_NEEDED else "fail", found, advice)


def key_age(settings: Settings) -> Iterator[Finding]:
    """Say how old the standing key is."""
    if not settings.keys.is_dir():
        return
    made_at = FileVault(settings.keys, clock=SystemClock()).standing_since()
    if made_at is None:
        return
    age = SystemClock().now() - made_at
    if age < KEY_LASTS:
        yield Finding("age of the keys", "ok", _words(age))
    else:
        advice = "Stop Entraide and run entraide keys rotate: docs/operations.md, Keys."
        yield Finding("age of the keys", "warn", f"{_words(age)} without a change", advice)


def backups(settings: Settings) -> Iterator[Finding]:
    """Say how old the last backup is."""
    if settings.database_file is None:
        found = "pg_dump's, which is not seen from here"
        yield Finding("last backup", "ok", found)
        return
    if not database_exists(settings):
        return
    made_at = last_backup(settings)
    if made_at is None:
        advice = (
            "entraide backup /backups/ makes one, while Entraide runs; let cron do it each night."
        )
        yield Finding("last backup", "warn", "none was made yet", advice)
        return
    age = SystemClock().now() - made_at
    if age < BACKUP_LASTS:
        yield Finding("last backup", "ok", f"{_words(age)} old")
    else:
        advice = "Look at why the nightly entraide backup did not run, and run it now."
        yield Finding("last backup", "warn", f"{_words(age)} old", advice)


def clocks(settings: Settings) -> Iterator[Finding]:
    """Say how far this machine's clock is from those that it has to agree with."""
    for name, asking in _clocks(settings).items():
        apart = asyncio.run(_apart(asking))
        if apart is not None:
            yield _compared(name, apart)


def _compared(name: str, apart: timedelta) -> Finding:
    if abs(apart) < APART_SOME:
        return Finding("clock", "ok", f"agrees with {name}")
    state: State = "warn" if abs(apart) < APART_MUCH else "fail"
    side = "behind" if apart > timedelta() else "ahead of"
    advice = "Let the machine set its clock by itself: timedatectl set-ntp true."
    return Finding("clock", state, f"{_words(abs(apart))} {side} {name}", advice)


Asking = Callable[[], Awaitable[datetime | None]]


def _clocks(settings: Settings) -> dict[str, Asking]:
    asked: dict[str, Asking] = {}
    if settings.database_file is None:
        asked["the database server"] = lambda: _database_time(settings.database)
    if settings.discord_token:
        asked["Discord"] = lambda: time_at(f"{settings.discord_api_base}/gateway")
    if settings.slack_bot_token or settings.slack_client_id:
        asked["Slack"] = lambda: time_at(f"{settings.slack_api_base}api.test")
    return asked


async def _database_time(url: str) -> datetime | None:
    server = await ask(url)
    return server.now if server else None


async def _apart(asking: Asking) -> timedelta | None:
    """Return how far another clock is before ours, half of the way there taken off."""
    before = SystemClock().now()
    theirs = await asking()
    after = SystemClock().now()
    return None if theirs is None else theirs - (before + (after - before) / 2)


def _words(length: timedelta) -> str:
    return load()["en"].duration(length)


HOST_CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    disk,
    key_age,
    backups,
    clocks,
)
