"""SQLite with one visit to its thread a statement, where the usual way takes four.

aiosqlite keeps each connection in a thread of its own; SQLAlchemy asks it for a cursor, the
statement, the rows and the end of the cursor, one after the other. A visit costs more than
most of our statements: they are asked for together here.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiosqlite

_ROWS_AT_ONCE = 64  # aiosqlite's own default


@dataclass(frozen=True, slots=True)
class _Outcome:
    rows: Sequence[Any] = ()
    description: Any = None
    rowcount: int = -1
    lastrowid: int | None = None


class OneVisitCursor:
    """What SQLAlchemy asks of a cursor; everything is there after ``execute``."""

    arraysize = 1

    def __init__(self, connection: "OneVisitConnection") -> None:
        self._connection, self._outcome = connection, _Outcome()

    async def __aenter__(self) -> "OneVisitCursor":
        return self

    async def execute(self, sql: str, parameters: Iterable[Any] = ()) -> None:
        self._outcome = await self._connection.visit(
            lambda connection: connection.execute(sql, tuple(parameters))
        )

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        self._outcome = await self._connection.visit(
            lambda connection: connection.executemany(sql, parameters)
        )

    async def fetchall(self) -> Sequence[Any]:
        return self._outcome.rows

    async def close(self) -> None:
        """Nothing is open."""

    @property
    def description(self) -> Any:
        return self._outcome.description

    @property
    def rowcount(self) -> int:
        return self._outcome.rowcount

    @property
    def lastrowid(self) -> int | None:
        return self._outcome.lastrowid


class OneVisitConnection(aiosqlite.Connection):
    """A connection whose statements each take one visit, and whose idle ends take none."""

    def __init__(self, connector: Callable[[], sqlite3.Connection]) -> None:
        super().__init__(connector, iter_chunk_size=_ROWS_AT_ONCE)
        self._thread.daemon = True  # as SQLAlchemy does: a crash must not hang at the end

    def cursor(self) -> OneVisitCursor:  # type: ignore[override]
        return OneVisitCursor(self)

    async def commit(self) -> None:
        if self._conn.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        if self._conn.in_transaction:
            await super().rollback()

    async def visit(self, work: Callable[[sqlite3.Connection], sqlite3.Cursor]) -> _Outcome:
        """Do a statement in the connection's thread and bring back all that came of it."""
        done = partial(_done, self._conn, work)
        outcome: _Outcome = await self._execute(done)  # type: ignore[no-untyped-call]
        return outcome


def _done(
    connection: sqlite3.Connection, work: Callable[[sqlite3.Connection], sqlite3.Cursor]
) -> _Outcome:
    cursor = work(connection)
    rows = cursor.fetchall() if cursor.description else ()
    outcome = _Outcome(rows, cursor.description, cursor.rowcount, cursor.lastrowid)
    cursor.close()
    return outcome


def connect(database: str, **options: Any) -> OneVisitConnection:
    """Open a database, as ``aiosqlite.connect`` does."""
    return OneVisitConnection(partial(sqlite3.connect, database, **options))
