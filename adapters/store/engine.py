"""Opens the database: SQLite as strict and forgetful as it can be, or PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.ext.asyncio import create_async_engine as _create

from adapters.store.sqlite import SpotConnection

APPLICATION = "entraide"  # how a server knows our connections
BUSY_S = 15  # for another process, such as a backup

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit that was told is on the disk
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    "temp_store = MEMORY",
    f"busy_timeout = {BUSY_S * 1000}",
)


def create_engine(url: str) -> AsyncEngine:
    """Return an engine for ``sqlite+aiosqlite://…`` or ``postgresql+asyncpg://…``.

    Parameters are hidden from error messages and logs: they may hold what was sealed.
    """
    if not is_sqlite(url):
        named = {"server_settings": {"application_name": APPLICATION}}
        return _create(
            url, hide_parameters=True, pool_size=10, pool_pre_ping=True, connect_args=named
        )
    _make_private(url)
    engine = _create(
        url,
        hide_parameters=True,
        pool_size=10,
        max_overflow=30,  # as many readers as deliveries are drawn at once
        connect_args={"async_creator_fn": SpotConnection},
    )
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def is_sqlite(url: str) -> bool:
    """Say whether a database URL names a SQLite file."""
    return url.startswith("sqlite")


def _make_private(url: str) -> None:
    """Make the file for its owner alone; the files beside it inherit that."""
    path = make_url(url).database
    if path and path != ":memory:":
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        Path(path).touch(mode=0o600)


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where _begin says, not by themselves
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    synchronous = options.get("sqlite_synchronous")
    if synchronous and connection.info.get("synchronous") != synchronous:
        connection.info["synchronous"] = synchronous
        connection.exec_driver_sql(f"PRAGMA synchronous = {synchronous}")
    if options.get("sqlite_writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
