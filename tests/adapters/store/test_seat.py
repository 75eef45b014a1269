"""The seat: one process has it; who is cut off loses it to nobody but who stood by."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store.engine import create_engine
from adapters.store.seat import Seat

PATIENCE_S = 60
HOLDERS = "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted"


@dataclass
class Listener:
    """A process that listens when it has the seat."""

    seat: Seat
    listens: asyncio.Event = field(default_factory=asyncio.Event)
    ended: asyncio.Event = field(default_factory=asyncio.Event)

    async def work(self) -> None:
        self.listens.set()
        try:
            await asyncio.Event().wait()
        finally:
            self.ended.set()


@pytest.fixture
async def listeners(postgres: str) -> AsyncIterator[list[Listener]]:
    engines = [create_engine(postgres) for _ in range(2)]
    yield [Listener(Seat(engine, "somewhere")) for engine in engines]
    for engine in engines:
        await engine.dispose()


def begin(listener: Listener) -> "asyncio.Task[None]":
    return asyncio.create_task(listener.seat.in_turn(listener.work))


async def stop(task: "asyncio.Task[None]") -> None:
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def stands_by(listener: Listener) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not listener.seat.stands_by:
            await asyncio.sleep(0.01)


async def cut_off(url: str) -> None:
    """Let the server forget whoever has the seat."""
    engine = create_engine(url)
    async with engine.connect() as connection:
        await connection.execute(text(HOLDERS))
    await engine.dispose()


async def test_one_listens_and_who_stood_by_is_next(listeners: list[Listener]) -> None:
    first, second = listeners
    begun = begin(first)
    await asyncio.wait_for(first.listens.wait(), PATIENCE_S)
    waiting = begin(second)
    await stands_by(second)
    assert not second.listens.is_set()
    await stop(begun)
    assert first.ended.is_set()
    await asyncio.wait_for(second.listens.wait(), PATIENCE_S)
    assert not second.seat.stands_by
    await stop(waiting)


async def test_who_is_cut_off_takes_it_again_when_nobody_did(
    listeners: list[Listener], postgres: str
) -> None:
    first, second = listeners
    begun = begin(first)
    await asyncio.wait_for(first.listens.wait(), PATIENCE_S)
    await cut_off(postgres)
    async with asyncio.timeout(PATIENCE_S):
        while await holders(postgres) == 0:
            await asyncio.sleep(0.01)
    waiting = begin(second)
    await stands_by(second)
    assert not first.ended.is_set()
    await stop(begun)
    await stop(waiting)


async def test_who_is_cut_off_stops_when_another_listens(
    listeners: list[Listener], postgres: str
) -> None:
    first, second = listeners
    begun = begin(first)
    await asyncio.wait_for(first.listens.wait(), PATIENCE_S)
    thief = create_engine(postgres)
    async with thief.connect() as connection:
        taking = text("SELECT pg_advisory_lock(:number)")
        taken = asyncio.create_task(connection.execute(taking, {"number": second.seat._number}))
        await cut_off(postgres)
        await asyncio.wait_for(taken, PATIENCE_S)
        with pytest.raises(ConnectionError):
            await asyncio.wait_for(begun, PATIENCE_S)
    assert first.ended.is_set()
    await thief.dispose()


async def test_on_sqlite_one_process_always_has_it(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite+aiosqlite:///{tmp_path / 'store.db'}")
    listener = Listener(Seat(engine, "somewhere"))
    begun = begin(listener)
    await asyncio.wait_for(listener.listens.wait(), PATIENCE_S)
    await stop(begun)
    await engine.dispose()


async def holders(url: str) -> int:
    engine = create_engine(url)
    async with engine.connect() as connection:
        counting = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND granted"
        count = (await connection.execute(text(counting))).scalar_one()
    await engine.dispose()
    return int(count)
