"""One transaction: it reads without waiting, and takes its turn at the first write.

Each read sees what is committed at that moment, as in PostgreSQL's READ COMMITTED: what
was read before a write is guarded by versions. On SQLite there is one writer at a time;
the first write waits for its turn and begins at once as a writer (a reader that becomes
a writer later is refused by SQLite).
"""

from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import Any, Self, cast

from sqlalchemy import CursorResult, RowMapping, Select, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql import Executable

from adapters.store.turn import Turn
from bot.domain.errors import Conflict

# serialization failure, deadlock (PostgreSQL)
_LOST_RACES = ("40001", "40P01")


class Transaction:
    """A connection that is rolled back unless it was committed.

    What is not ``durable`` survives the end of the process like all the rest, but a power
    cut may take the last of it: right for what would only be done again.
    """

    def __init__(self, engine: AsyncEngine, turn: Turn | None, *, durable: bool = True) -> None:
        self._engine, self._turn = engine, turn
        self._synchronous = "FULL" if durable else "NORMAL"
        self._connection: AsyncConnection | None = None
        self._writes = False

    async def __aenter__(self) -> Self:
        self._connection = await self._engine.connect()
        if self._turn is not None and self._turn.lost_race():
            await self._begin_or_close()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        connection, self._connection = self._open, None
        if self._turn is not None and kind is not None and issubclass(kind, Conflict):
            self._turn.note_lost_race()
        try:
            await connection.close()
        finally:
            self._end_turn()

    async def rows(self, statement: Executable) -> Sequence[RowMapping]:
        """Return what a query finds."""
        found = await _run(self._open, statement)
        return found.mappings().all()

    async def row(self, statement: Executable) -> RowMapping | None:
        """Return the first row that a query finds."""
        found = await _run(self._open, statement)
        return found.mappings().first()

    async def write(self, statement: Executable, rows: Sequence[Mapping[str, Any]] = ()) -> int:
        """Change rows and return how many; raises ``Conflict`` when somebody was faster."""
        await self._begin_to_write()
        changed = await _run(self._open, statement, rows)
        return changed.rowcount

    async def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row, or change the one that has the same primary key."""
        insert = sqlite.insert if self._turn is not None else postgresql.insert
        added = insert(table).values(row)
        keys = [column.name for column in table.primary_key]
        news = {name: added.excluded[name] for name in row if name not in keys}
        await self.write(added.on_conflict_do_update(index_elements=keys, set_=news))

    async def locked(self, statement: Select[Any]) -> RowMapping | None:
        """Return a row that nobody else can change before the end."""
        await self._begin_to_write()
        return await self.row(statement.with_for_update())

    async def written(self, statement: Executable) -> Sequence[RowMapping]:
        """Change rows and return them."""
        await self._begin_to_write()
        return await self.rows(statement)

    async def commit(self) -> None:
        """Keep what was written."""
        await self._open.commit()
        if self._writes:
            await self._open.execution_options(sqlite_writes=False)
        self._end_turn()

    @property
    def _open(self) -> AsyncConnection:
        if self._connection is None:
            raise RuntimeError("used outside of its block")
        return self._connection

    async def _begin_or_close(self) -> None:
        try:
            await self._begin_to_write()
        except BaseException:
            await self.__aexit__(None, None, None)
            raise

    async def _begin_to_write(self) -> None:
        if self._writes or self._turn is None:
            return
        await self._turn.take()
        self._writes = True
        await self._open.rollback()
        await self._open.execution_options(sqlite_writes=True, sqlite_synchronous=self._synchronous)

    def _end_turn(self) -> None:
        if self._writes and self._turn is not None:
            self._writes = False
            self._turn.give_back()


async def _run(
    connection: AsyncConnection, statement: Executable, rows: Sequence[Mapping[str, Any]] = ()
) -> CursorResult[Any]:
    try:
        return cast(CursorResult[Any], await connection.execute(statement, list(rows) or None))
    except IntegrityError as error:
        raise Conflict("a row was there already") from error
    except DBAPIError as error:
        if _lost_race(error):
            raise Conflict("another transaction was faster") from error
        raise


def _lost_race(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _LOST_RACES or "database is locked" in str(
        error.orig
    )
