"""The store on a database: hands out units of work and the outbox, and sweeps."""

import asyncio
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store.outbox import SqlOutbox
from adapters.store.unit_of_work import SqlUnitOfWork
from adapters.store.vault import FileVault
from bot.ports.clock import Clock


class SqlStore:
    """Everything that is kept, on one database and one key folder.

    ``bells`` are set after each commit: the dispatcher and the scheduler wait for them.
    """

    def __init__(
        self,
        engine: AsyncEngine,
        *,
        vault: FileVault,
        clock: Clock,
        bells: Sequence[asyncio.Event] = (),
    ) -> None:
        self._engine, self._vault, self._bells = engine, vault, bells
        self._turn = asyncio.Lock() if engine.dialect.name == "sqlite" else None
        self.outbox = SqlOutbox(engine, vault, clock, self._turn)

    def uow(self) -> SqlUnitOfWork:
        """Return a new unit of work."""
        return SqlUnitOfWork(self._engine, self._vault, self._turn, self._wake)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()

    def _wake(self) -> None:
        for bell in self._bells:
            bell.set()
