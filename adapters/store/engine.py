"""Opens the database: SQLite as strict and forgetful as it can be, or PostgreSQL."""

from pathlib import Path
from typing import Any

from sqlalchemy import event
from sqlalchemy.engine import Connection, make_url
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlalchemy.ext.asyncio import create_async_engine as _create

from adapters.store.private import make_folder
from adapters.store.sqlite import BUSY_S, Spot

APPLICATION = "entraide"  # how a server knows our connections

# A machine that lost its power must not keep its locks for hours.
_NOTICED_SOON = {
    "tcp_keepalives_idle": "10",
    "tcp_keepalives_interval": "5",
    "tcp_keepalives_count": "3",
}

_PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit that was told is on the disk
    "foreign_keys = ON",
    "secure_delete = ON",  # what is deleted is overwritten
    "temp_store = MEMORY",
    f"busy_timeout = {BUSY_S * 1000}",
)


class Engine(AsyncEngine):
    """The database; on SQLite, transactions do their work on the ``spot``."""

    spot: Spot | None = None

    async def dispose(self, close: bool = True) -> None:
        """Close every connection."""
        if self.spot is not None:
            await self.spot.close()
        await super().dispose(close)


def create_engine(url: str) -> Engine:
    """Return an engine for ``sqlite+aiosqlite://…`` or ``postgresql+asyncpg://…``.

    Parameters are hidden from error messages and logs: they may hold what was sealed.
    """
    if not is_sqlite(url):
        asked = {"server_settings": {"application_name": APPLICATION, **_NOTICED_SOON}}
        server = _create(
            url, hide_parameters=True, pool_size=10, pool_pre_ping=True, connect_args=asked
        )
        return Engine(server.sync_engine)
    _make_private(url)
    engine = Engine(_create(url, hide_parameters=True).sync_engine)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    engine.spot = Spot(make_url(url), prepare=_prepare)
    return engine


def is_sqlite(url: str) -> bool:
    """Say whether a database URL names a SQLite file."""
    return url.startswith("sqlite")


def _make_private(url: str) -> None:
    """Make the file for its owner alone; the files beside it inherit that."""
    path = make_url(url).database
    if path and path != ":memory:":
        make_folder(Path(path).parent)
        Path(path).touch(mode=0o600)


def _prepare(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions begin where they are told to
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get("sqlite_writes"):
        connection.exec_driver_sql("BEGIN IMMEDIATE")
