"""The seat of the one process that listens where every process would be told the same.

Discord tells each connection of a bot everything. On PostgreSQL the seat is an advisory
lock of a connection: who is killed leaves it at once, and who stood by takes it. SQLite
serves one process, which always has it.
"""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any, Literal
from zlib import crc32

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

PAUSE_S = 2.0

Held = Literal["ours", "taken", "silent"]


class Seat:
    """``stands_by`` says whether somebody else has it."""

    def __init__(self, engine: AsyncEngine, name: str) -> None:
        self._engine, self._number = engine, crc32(name.encode())
        self._connection: AsyncConnection | None = None
        self.stands_by = False

    async def in_turn(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Wait for the seat, then work as long as it is ours; raises ``ConnectionError`` after.

        While the database is silent, nobody else can take it, and the work goes on.
        """
        if self._engine.dialect.name == "sqlite":
            await work()
            return
        while (held := await self._held()) != "ours":
            self.stands_by = held == "taken"
            await asyncio.sleep(PAUSE_S)
        self.stands_by = False
        working = asyncio.create_task(work())
        try:
            while not working.done():
                await asyncio.wait((working,), timeout=PAUSE_S)
                if await self._held() == "taken":
                    raise ConnectionError("another process listens now")
            await working
        finally:
            working.cancel()
            await self._leave()

    async def _held(self) -> Held:
        """Say whose it is, having taken it when it was free."""
        try:
            if self._connection is not None:
                await self._connection.execute(text("SELECT 1"))
                return "ours"
            return await self._take()
        except (SQLAlchemyError, OSError):
            await self._leave()
            return "silent"

    async def _take(self) -> Held:
        self._connection = await self._engine.connect()
        await self._connection.execution_options(isolation_level="AUTOCOMMIT")
        taking = text("SELECT pg_try_advisory_lock(:number)")
        if (await self._connection.execute(taking, {"number": self._number})).scalar_one():
            return "ours"
        await self._leave()
        return "taken"

    async def _leave(self) -> None:
        """Close the connection, and the lock with it: the pool would keep both."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()
