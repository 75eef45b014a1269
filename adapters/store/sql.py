"""The store on a database: hands out units of work and the outbox, and sweeps."""

import asyncio
from collections.abc import Sequence

from sqlalchemy.exc import SQLAlchemyError

from adapters.store import census, upkeep
from adapters.store.engine import Engine
from adapters.store.key_census import Key
from adapters.store.migrations import is_engine_up_to_date
from adapters.store.outbox import SqlOutbox
from adapters.store.platform_memory import SqlPlatformMemory
from adapters.store.seat import Seat
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.unit_of_work import SqlUnitOfWork
from adapters.store.vault import FileVault
from bot.domain.ids import MentorId
from bot.ports.census import Census
from bot.ports.clock import Clock


class SqlStore:
    """Everything that is kept, on one database and one key folder.

    ``bells`` are set after each commit: the dispatcher and the scheduler wait for them.
    """

    def __init__(
        self,
        engine: Engine,
        *,
        vault: FileVault,
        clock: Clock,
        bells: Sequence[asyncio.Event] = (),
    ) -> None:
        self._engine, self.vault, self._clock, self._bells = engine, vault, clock, bells
        self._turn = Turn() if engine.dialect.name == "sqlite" else None
        self.outbox = SqlOutbox(engine, vault, clock, self._turn)
        self.platform_memory = SqlPlatformMemory(engine, vault, clock, self._turn)

    def uow(self) -> SqlUnitOfWork:
        """Return a new unit of work."""
        return SqlUnitOfWork(self._engine, self.vault, self._turn, self._wake)

    def seat(self, name: str) -> Seat:
        """Return the seat of whoever listens to a platform; one process has it at a time."""
        return Seat(self._engine, name)

    def note(self) -> SqlUnitOfWork:
        """Return a unit of work for what a power cut may take: how far a message got."""
        return SqlUnitOfWork(self._engine, self.vault, self._turn, self._wake, durable=False)

    async def begin(self) -> None:
        """Check the keys, and take up again what a killed process left; raises ``WrongKeys``."""
        async with self._transaction() as db:
            await upkeep.check_keys(db, self.vault)
        await self.erase_again()
        await self.outbox.retry_parked()
        if self._turn is not None:  # SQLite serves one process
            await self.outbox.release_leases()

    async def erase_again(self) -> None:
        """Erase what was erased before and came back from a backup."""
        async with self._transaction() as db:
            await upkeep.erase_again(db, self.vault)
            back = await upkeep.mentors_back(db, self.vault)
        async with self.uow() as unit:
            for each in back:
                await _erase_mentor(unit, each)
            await unit.commit()

    async def sweep(self) -> None:
        """Forget for good: what passed, the keys of weeks that seal nothing, traces in logs."""
        async with self._transaction() as db:
            await upkeep.forget_what_passed(db, self._clock)
        async with self._transaction() as db:
            self.vault.retire(await upkeep.epochs_in_use(db))
        if self._turn is not None:
            async with self._turn.held():
                await upkeep.empty_wal(self._engine)

    async def lack(self) -> str:
        """Say in a few words what keeps the database from being used; nothing when it is well."""
        try:
            if await is_engine_up_to_date(self._engine):
                return ""
        except (SQLAlchemyError, OSError):
            return "the database does not answer"
        return "the database lacks a migration"

    async def census(self) -> Census:
        """Count what is stored."""
        async with self._transaction() as db:
            return await census.count(db, self._clock)

    async def keys(self) -> Sequence[Key]:
        """Return what keys there are, and what they open; never a key itself."""
        async with self._transaction() as db:
            return self.vault.census(await upkeep.epochs_in_use(db))

    async def has_lost(self) -> bool:
        """Say whether there are requests that nobody can open any more."""
        async with self._transaction() as db:
            return bool(await upkeep.lost(db, self.vault))

    async def give_up_lost(self) -> int:
        """Erase the requests that nobody can open any more, and say how many there were."""
        async with self._transaction() as db:
            gone = await upkeep.lost(db, self.vault)
            await upkeep.give_up(db, gone)
        return len(gone)

    async def close(self) -> None:
        """Close every connection."""
        await self._engine.dispose()

    def _transaction(self) -> Transaction:
        return Transaction(self._engine, self._turn)

    def _wake(self) -> None:
        for bell in self._bells:
            bell.set()


async def _erase_mentor(unit: SqlUnitOfWork, erased: MentorId) -> None:
    mentor = await unit.mentors.get(erased)
    for snippet in await unit.snippets.available(mentor.community, erased):
        if snippet.mentor == erased:
            await unit.snippets.remove(snippet.id)
    mentor.erase()
    await unit.mentors.save(mentor)
