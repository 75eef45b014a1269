"""SQLite without needless travels: only what may wait goes to another thread.

aiosqlite does everything in a thread of each connection, and SQLAlchemy asks it four times
a statement (cursor, statement, rows, end). Most of our statements take less time than one
such visit. They are done on the spot; what may wait for a lock or for the disk (``BEGIN``,
``COMMIT``, pragmas) still goes to the thread, so that nobody else waits for it.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

import aiosqlite

_ROWS_AT_ONCE = 64  # aiosqlite's own default
_MAY_WAIT = ("BEGIN", "COMMIT", "PRAGMA")


class SpotCursor:
    """What SQLAlchemy asks of a cursor; everything is there after ``execute``."""

    arraysize = 1

    def __init__(self, connection: "SpotConnection") -> None:
        self._connection = connection
        self._rows: Sequence[Any] = ()
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None

    async def __aenter__(self) -> "SpotCursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        if sql.startswith(_MAY_WAIT):
            await self._connection.visit(partial(self._execute, sql, parameters))
        else:
            self._execute(sql, parameters)

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._keep(self._connection.raw.executemany(sql, parameters))

    async def fetchall(self) -> Sequence[Any]:
        return self._rows

    async def close(self) -> None:
        """Nothing is open."""

    def _execute(self, sql: str, parameters: Iterable[Any]) -> None:
        self._keep(self._connection.raw.execute(sql, tuple(parameters)))

    def _keep(self, cursor: sqlite3.Cursor) -> None:
        self._rows = cursor.fetchall() if cursor.description else ()
        self.description, self.rowcount = cursor.description, cursor.rowcount
        self.lastrowid = cursor.lastrowid
        cursor.close()


class SpotConnection(aiosqlite.Connection):
    """A connection that goes to its thread for what may wait only; used by one at a time."""

    def __init__(self, database: str, **options: Any) -> None:
        opener = partial(sqlite3.connect, database, **options | {"check_same_thread": False})
        super().__init__(opener, iter_chunk_size=_ROWS_AT_ONCE)
        self._thread.daemon = True  # as SQLAlchemy does: a crash must not hang at the end

    @property
    def raw(self) -> sqlite3.Connection:
        return self._conn

    def cursor(self) -> SpotCursor:  # type: ignore[override]
        return SpotCursor(self)

    async def commit(self) -> None:
        if self._conn.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self._conn.in_transaction:
            await super().rollback()

    async def visit(self, work: partial[None]) -> None:
        """Do something in the connection's thread."""
        await self._execute(work)  # type: ignore[no-untyped-call]
