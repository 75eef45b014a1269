"""SQLite on the spot: only what may wait, for a lock or for the disk, goes to a thread.

A statement takes less time than a visit to a thread. One connection reads for everybody:
each answer is fetched whole before anybody else asks. One connection writes, for whoever
has the turn.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cached_property, partial
from typing import Any, TypeVar

from sqlalchemy import URL, Connection, NullPool, create_engine, event
from sqlalchemy.sql import Executable

from adapters.store.once import Found, Plain, Row, found_by, is_made_once

BUSY_S = 15  # for another process, such as a backup
_LOG_PAGES = 1000  # SQLite's own default

T = TypeVar("T")


class Spot:
    """The two connections of a process to its file."""

    def __init__(self, url: URL, *, prepare: Callable[[Any, object], None]) -> None:
        self._engine = create_engine(
            url.set(drivername="sqlite"),
            hide_parameters=True,
            poolclass=NullPool,
            connect_args={"check_same_thread": False},
        )
        event.listen(self._engine, "connect", prepare)
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._durable: bool | None = None
        self._plain: dict[tuple[Executable, tuple[str, ...]], Plain] = {}

    def read(self, statement: Executable, rows: Sequence[Row]) -> Found:
        """Ask something; what is told was committed at this moment."""
        return self._run(self._reader, statement, rows)

    async def begin(self, *, durable: bool) -> None:
        """Begin to write; another process may keep us waiting."""
        raw = _raw(self._writer)
        if raw.in_transaction:  # of somebody who was cancelled in the middle of the end
            await self.roll_back()
        self._writer.begin()
        self._be_sure(raw, durable=durable)
        try:
            raw.execute("PRAGMA busy_timeout = 0")
            raw.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError:
            await self._visit(partial(_begin_patiently, self._writer))

    def write(self, statement: Executable, rows: Sequence[Row]) -> Found:
        """Change something, or ask while writing."""
        return self._run(self._writer, statement, rows)

    async def commit(self) -> None:
        """Keep what was written."""
        if self._durable:
            await self._visit(self._writer.commit)
        else:
            self._writer.commit()

    async def roll_back(self) -> None:
        """Forget what was written."""
        await self._visit(partial(_roll_back, self._writer))

    async def close(self) -> None:
        """Close both connections."""
        for name in ("_reader", "_writer"):
            connection: Connection | None = self.__dict__.pop(name, None)
            if connection is not None:
                await self._visit(connection.close)
        self._thread.shutdown()

    @cached_property
    def _reader(self) -> Connection:
        return self._engine.connect()

    @cached_property
    def _writer(self) -> Connection:
        return self._engine.connect()

    def _run(self, connection: Connection, statement: Executable, rows: Sequence[Row]) -> Found:
        if len(rows) <= 1 and is_made_once(statement):
            values = rows[0] if rows else {}
            with suppress(sqlite3.Error):  # it comes again below, as SQLAlchemy's
                return self._plainly(statement, tuple(values)).run(_raw(connection), values)
        return found_by(connection.execute(statement, list(rows) or None))

    def _plainly(self, statement: Executable, names: tuple[str, ...]) -> Plain:
        plain = self._plain.get((statement, names))
        if plain is None:
            plain = Plain(statement, names, self._engine.dialect)
            self._plain[statement, names] = plain
        return plain

    def _be_sure(self, raw: sqlite3.Connection, *, durable: bool) -> None:
        """Sync with the disk at the end, and carry the log over when it is long; or do neither."""
        if durable is not self._durable:
            raw.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
            raw.execute(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES if durable else 0}")
            self._durable = durable

    async def _visit(self, work: Callable[[], T]) -> T:
        """Let the thread do it; who is cancelled meanwhile still waits for it to end."""
        doing = asyncio.get_running_loop().run_in_executor(self._thread, work)
        try:
            return await asyncio.shield(doing)
        except asyncio.CancelledError:
            await asyncio.wait([doing])
            raise


def _raw(connection: Connection) -> sqlite3.Connection:
    raw: sqlite3.Connection = connection.connection.driver_connection  # type: ignore[assignment]
    return raw


def _roll_back(connection: Connection) -> None:
    connection.rollback()
    _raw(connection).rollback()  # a commit that failed ended it for SQLAlchemy alone


def _begin_patiently(connection: Connection) -> None:
    connection.exec_driver_sql(f"PRAGMA busy_timeout = {BUSY_S * 1000}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
