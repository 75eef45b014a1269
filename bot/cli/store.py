"""Opens the database for one command, with the keys and without everything else."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Literal

from adapters.clock import SystemClock
from adapters.store.engine import create_engine
from adapters.store.health import Health, examine
from adapters.store.migrations import upgrade
from adapters.store.occupied import Occupied, at_work_with
from adapters.store.private import make_folder
from adapters.store.sql import SqlStore
from adapters.store.transaction import Transaction
from adapters.store.upkeep import check_keys
from adapters.store.vault import FileVault
from bot.cli.output import stop
from bot.domain.community import Community
from bot.ports.store import UnitOfWork
from bot.settings import Settings

State = Literal["ok", "warn", "fail"]
HEALTH: Mapping[Health, tuple[State, str, str]] = {
    Health.SILENT: (
        "fail",
        "no answer",
        "Check ENTRAIDE_DATABASE_URL, and that the server is up.",
    ),
    Health.OLD: (
        "fail",
        "tables are missing or old",
        "entraide db upgrade brings them up to date.",
    ),
    Health.FRESH: ("ok", "up to date, and empty", ""),
    Health.KEYLESS: (
        "fail",
        "its keys are missing",
        "Put the key folder back from its own backup: nothing opens without it.",
    ),
    Health.WRONG_KEYS: (
        "fail",
        "these are not its keys",
        "Set ENTRAIDE_KEY_DIR to the folder that it was written with.",
    ),
    Health.BEHIND: (
        "warn",
        "sealed with older keys than there are",
        "entraide keys rotate brings it to the newest.",
    ),
    Health.WELL: ("ok", "up to date, and these are its keys", ""),
}


@asynccontextmanager
async def open_store(settings: Settings, *, make: bool = False) -> AsyncIterator[SqlStore]:
    """Open the store of these settings; end when it cannot be used, or is not there to be made."""
    if make:
        make_folder(settings.state_dir)
        await upgrade(settings.database)
    await _refuse_unusable(settings)
    clock = SystemClock()
    try:
        with at_work_with(settings.keys):
            engine, vault = create_engine(settings.database), FileVault(settings.keys, clock=clock)
            try:
                async with Transaction(engine, None) as db:
                    await check_keys(db, vault)  # a fresh store is sealed with them from now on
                yield SqlStore(engine, vault=vault, clock=clock)
            finally:
                await engine.dispose()
    except Occupied:
        stop("its keys are being changed", advice="Wait until that is done, and try again.")


async def _refuse_unusable(settings: Settings) -> None:
    if not database_exists(settings):
        stop("the database is not there yet", advice="entraide db upgrade makes it.")
    health = await examine(settings.database, settings.keys, clock=SystemClock())
    state, found, advice = HEALTH[health]
    if state == "fail":
        stop(f"the database: {found}", advice=advice)


def database_exists(settings: Settings) -> bool:
    """Say whether there is a file to open; a server is taken to be there."""
    path = settings.database_file
    return path is None or path.exists()


async def community_named(uow: UnitOfWork, name: str) -> Community:
    """Return the community with this id or name; end with the names that there are."""
    known = await uow.communities.all()
    found = next((each for each in known if name in (each.id, each.name)), None)
    if found is None:
        names = ", ".join(f"{each.name} ({each.id})" for each in known) or "none yet"
        stop(f"no community is called {name}", advice=f"There are: {names}.")
    return found
