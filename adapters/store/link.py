"""A transaction's way to the database: SQLite on the spot, or a connection to a server."""

from collections.abc import Sequence
from typing import Protocol

from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.sql import Executable

from adapters.store.engine import Engine
from adapters.store.once import Found, Row, found_by
from adapters.store.sqlite import Spot


class Link(Protocol):
    """What a transaction asks of the database."""

    async def run(self, statement: Executable, rows: Sequence[Row]) -> Found:
        """Run a statement, once or for each of the rows."""

    async def begin_to_write(self, *, durable: bool) -> None:
        """What is read from now on is what was written; asked once."""

    async def commit(self) -> None:
        """Keep what was written."""

    async def close(self) -> None:
        """Forget what was not committed."""


async def link_to(engine: Engine) -> Link:
    """Open a way to the database."""
    return SpotLink(engine.spot) if engine.spot else ServerLink(await engine.connect())


class SpotLink:
    """Reads between the writes of others, until it writes itself."""

    def __init__(self, spot: Spot) -> None:
        self._spot, self._writes = spot, False

    async def run(self, statement: Executable, rows: Sequence[Row]) -> Found:
        if self._writes:
            return self._spot.write(statement, rows)
        return self._spot.read(statement, rows)

    async def begin_to_write(self, *, durable: bool) -> None:
        self._writes = True
        await self._spot.begin(durable=durable)

    async def commit(self) -> None:
        if self._writes:
            await self._spot.commit()
            self._writes = False

    async def close(self) -> None:
        if self._writes:
            self._writes = False
            await self._spot.roll_back()


class ServerLink:
    """A connection to a server, in a transaction from its first statement."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def run(self, statement: Executable, rows: Sequence[Row]) -> Found:
        return found_by(await self._connection.execute(statement, list(rows) or None))

    async def begin_to_write(self, *, durable: bool) -> None:
        """A server needs no announcement."""

    async def commit(self) -> None:
        await self._connection.commit()

    async def close(self) -> None:
        await self._connection.close()
