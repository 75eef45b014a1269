"""Brings a database up to date; safe to call at every start, from several processes."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text
from sqlalchemy.engine import Connection
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store.engine import create_engine

_LOCK = 4_705_301  # any number, as long as it is always the same


async def upgrade(url: str) -> None:
    """Apply the steps that are missing, all or none."""
    engine = create_engine(url)
    try:
        async with engine.connect() as connection:
            await connection.execution_options(sqlite_writes=True)
            await connection.run_sync(_upgrade)
            await connection.commit()
    finally:
        await engine.dispose()


async def is_up_to_date(url: str) -> bool:
    """Say whether no step is missing."""
    engine = create_engine(url)
    try:
        return await is_engine_up_to_date(engine)
    finally:
        await engine.dispose()


async def is_engine_up_to_date(engine: AsyncEngine) -> bool:
    """Say whether no step is missing, on an engine that is open."""
    async with engine.connect() as connection:
        return await connection.run_sync(_is_up_to_date)


def revision(connection: Connection) -> str | None:
    """Return which step a database is at; None before the first."""
    return MigrationContext.configure(connection).get_current_revision()


def is_known(step: str) -> bool:
    """Say whether a step is one of ours, and not of a newer version."""
    return step in {
        each.revision for each in ScriptDirectory.from_config(config()).walk_revisions()
    }


def config() -> Config:
    """Return Alembic's configuration."""
    found = Config()
    found.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return found


def _upgrade(connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    steps = config()
    steps.attributes["connection"] = connection
    command.upgrade(steps, "head")


def _is_up_to_date(connection: Connection) -> bool:
    return revision(connection) == ScriptDirectory.from_config(config()).get_current_head()
