"""Opens the database for one command, with the keys and without everything else."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from adapters.clock import SystemClock
from adapters.store.engine import create_engine
from adapters.store.migrations import is_up_to_date, upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.cli.output import stop
from bot.domain.community import Community
from bot.ports.store import UnitOfWork
from bot.settings import Settings


@asynccontextmanager
async def open_store(settings: Settings, *, make: bool = False) -> AsyncIterator[SqlStore]:
    """Open the store of these settings; end when there is none, unless ``make``."""
    if make:
        settings.state_dir.mkdir(parents=True, exist_ok=True)
        await upgrade(settings.database)
    elif not database_exists(settings) or not await is_up_to_date(settings.database):
        stop("the database is missing or old", advice="entraide db upgrade makes it, or mends it.")
    clock = SystemClock()
    vault = FileVault(settings.keys, clock=clock)
    store = SqlStore(create_engine(settings.database), vault=vault, clock=clock)
    try:
        yield store
    finally:
        await store.close()


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
