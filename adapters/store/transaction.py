"""One transaction: it reads without waiting, and takes its turn at the first write.

Each read sees what is committed at that moment, as in PostgreSQL's READ COMMITTED: what
was read before a write is guarded by versions. On SQLite there is one writer at a time;
the first write waits for its turn and begins at once as a writer (a reader that becomes
a writer later is refused by SQLite).
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Select, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.sql import Executable

from adapters.store.engine import Engine
from adapters.store.link import Link, link_to
from adapters.store.once import Found, Row, once
from adapters.store.turn import Turn
from bot.domain.errors import Conflict

# serialization failure, deadlock (PostgreSQL)
_LOST_RACES = ("40001", "40P01")


class Transaction:
    """A connection that is rolled back unless it was committed.

    What is not ``durable`` survives the end of the process like all the rest, but a power
    cut may take the last of it: right for what would only be done again.

    Statements that are run often are made ``once``, with ``bindparam``, and get their values
    by name: making one takes longer than running it.
    """

    def __init__(self, engine: Engine, turn: Turn | None, *, durable: bool = True) -> None:
        self._engine, self._turn, self._durable = engine, turn, durable
        self._link: Link | None = None
        self._writes = False

    async def __aenter__(self) -> Self:
        self._link = await link_to(self._engine)
        if self._turn is not None and self._turn.lost_race():
            await self._begin_or_close()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        link, self._link = self._open, None
        if self._turn is not None and kind is not None and issubclass(kind, Conflict):
            self._turn.note_lost_race()
        try:
            await link.close()
        finally:
            self._end_turn()

    async def rows(self, statement: Executable, **values: Any) -> Sequence[Row]:
        """Return what a query finds."""
        return (await self._run(statement, values)).rows

    async def row(self, statement: Executable, **values: Any) -> Row | None:
        """Return the first row that a query finds."""
        found = (await self._run(statement, values)).rows
        return found[0] if found else None

    async def write(self, statement: Executable, *rows: Mapping[str, Any], **values: Any) -> int:
        """Change rows and return how many; raises ``Conflict`` when somebody was faster."""
        await self._begin_to_write()
        return (await self._run(statement, *rows, values)).count

    async def put(self, table: Table, row: Mapping[str, Any]) -> None:
        """Insert a row, or change the one that has the same primary key."""
        await self.write(_put(table, tuple(row), self._engine.dialect.name), row)

    async def locked(self, statement: Select[Any], **values: Any) -> Row | None:
        """Return a row that nobody else can change before the end; the query says FOR UPDATE."""
        await self._begin_to_write()
        return await self.row(statement, **values)

    async def written(self, statement: Executable, **values: Any) -> Sequence[Row]:
        """Change rows and return them."""
        await self._begin_to_write()
        return await self.rows(statement, **values)

    async def commit(self) -> None:
        """Keep what was written."""
        await self._open.commit()
        self._end_turn()

    @property
    def _open(self) -> Link:
        if self._link is None:
            raise RuntimeError("used outside of its block")
        return self._link

    async def _begin_or_close(self) -> None:
        try:
            await self._begin_to_write()
        except BaseException:
            await self.__aexit__(None, None, None)
            raise

    async def _begin_to_write(self) -> None:
        if self._writes:
            return
        if self._turn is not None:
            await self._turn.take()
        self._writes = True
        await self._open.begin_to_write(durable=self._durable)

    def _end_turn(self) -> None:
        if self._writes and self._turn is not None:
            self._turn.give_back()
        self._writes = False

    async def _run(self, statement: Executable, *rows: Mapping[str, Any]) -> Found:
        try:
            return await self._open.run(statement, [row for row in rows if row])
        except IntegrityError as error:
            raise Conflict("a row was there already") from error
        except DBAPIError as error:
            if _lost_race(error):
                raise Conflict("another transaction was faster") from error
            raise


@cache
def _put(table: Table, names: Sequence[str], dialect: str) -> Executable:
    added = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    keys = [column.name for column in table.primary_key]
    news = {name: added.excluded[name] for name in names if name not in keys}
    return once(added.on_conflict_do_update(index_elements=keys, set_=news))


def _lost_race(error: DBAPIError) -> bool:
    return getattr(error.orig, "sqlstate", None) in _LOST_RACES or "database is locked" in str(
        error.orig
    )
