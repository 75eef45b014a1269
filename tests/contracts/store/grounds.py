"""Places to open stores on: all stores opened on one ground see the same rows."""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from sqlalchemy import text

from adapters.dispatcher import DispatchedOutbox
from adapters.store.engine import create_engine, is_sqlite
from adapters.store.memory.store import MemoryStore
from adapters.store.migrations import upgrade
from adapters.store.schema import metadata
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.ports.platform_memory import PlatformMemory
from bot.ports.store import UnitOfWork
from tests.fakes.clock import FakeClock


class TestedOutbox(DispatchedOutbox, Protocol):
    async def retry_parked(self) -> None: ...
    async def release_leases(self) -> None: ...


class Store(Protocol):
    @property
    def outbox(self) -> TestedOutbox: ...
    @property
    def platform_memory(self) -> PlatformMemory: ...
    def uow(self) -> UnitOfWork: ...


@dataclass
class Ground:
    """``open`` gives a store as a new process would; ``bell`` is rung by the first one."""

    clock: FakeClock
    open: Callable[[], Store]
    bell: asyncio.Event
    many_processes: bool = False

    def crew(self, size: int) -> Sequence[Store]:
        """Return the stores of several workers: of one process, or of several at once."""
        if self.many_processes:
            return [self.open() for _ in range(size)]
        return [self.open()] * size


@asynccontextmanager
async def memory_ground(folder: Path, postgres: str | None) -> AsyncIterator[Ground]:
    clock, bell = FakeClock(), asyncio.Event()
    store = MemoryStore(clock=clock, bells=[bell])
    yield Ground(clock, lambda: store, bell)


@asynccontextmanager
async def sqlite_ground(folder: Path, postgres: str | None) -> AsyncIterator[Ground]:
    url = f"sqlite+aiosqlite:///{folder / 'store.db'}"
    await upgrade(url)
    async with _ground(url, folder) as ground:
        yield ground


@asynccontextmanager
async def postgresql_ground(folder: Path, postgres: str | None) -> AsyncIterator[Ground]:
    assert postgres is not None
    await upgrade(postgres)
    await empty(postgres)
    async with _ground(postgres, folder) as ground:
        yield ground


@asynccontextmanager
async def _ground(url: str, folder: Path) -> AsyncIterator[Ground]:
    clock, bell = FakeClock(), asyncio.Event()
    vault = FileVault(folder / "keys", clock=clock)
    opened: list[SqlStore] = []

    def open_one() -> SqlStore:
        bells: Sequence[asyncio.Event] = () if opened else (bell,)
        opened.append(SqlStore(create_engine(url), vault=vault, clock=clock, bells=bells))
        return opened[-1]

    yield Ground(clock, open_one, bell, many_processes=not is_sqlite(url))
    for store in opened:
        await store.close()


async def empty(url: str) -> None:
    engine = create_engine(url)
    names = ", ".join(f'"{table.name}"' for table in metadata.sorted_tables)
    async with engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
    await engine.dispose()


GROUNDS = {"memory": memory_ground, "sqlite": sqlite_ground, "postgresql": postgresql_ground}
