"""Another process that writes is waited for, and nothing else stands still meanwhile."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.exc import IntegrityError

from adapters.store.engine import Engine, create_engine
from adapters.store.migrations import upgrade
from adapters.store.schema import seals
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    await upgrade(url)
    engine = create_engine(url)
    yield engine
    await engine.dispose()


@pytest.fixture
def other(engine: Engine, tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Another process, in the middle of writing."""
    with closing(sqlite3.connect(tmp_path / "store.db", isolation_level=None)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield connection


async def _write(engine: Engine, turn: Turn, name: str) -> None:
    async with Transaction(engine, turn) as db:
        await db.write(insert(seals), name=name, sealed=b"")
        await db.commit()


async def _names(engine: Engine) -> list[str]:
    async with Transaction(engine, None) as db:
        return [row["name"] for row in await db.rows(select(seals.c.name))]


async def test_readers_go_on_while_a_writer_waits_for_another_process(
    engine: Engine, other: sqlite3.Connection
) -> None:
    writing = asyncio.create_task(_write(engine, Turn(), "ours"))
    await asyncio.sleep(0.05)
    assert await _names(engine) == []
    assert not writing.done()
    other.execute("COMMIT")
    await writing
    assert await _names(engine) == ["ours"]


async def test_a_writer_that_is_cancelled_while_it_waits_leaves_nothing_open(
    engine: Engine, other: sqlite3.Connection
) -> None:
    turn = Turn()
    waiting = asyncio.create_task(_write(engine, turn, "cancelled"))
    await asyncio.sleep(0.05)
    waiting.cancel()
    await asyncio.sleep(0)
    other.execute("COMMIT")
    await asyncio.wait([waiting])
    assert waiting.cancelled()
    await _write(engine, turn, "next")
    other.execute("BEGIN IMMEDIATE")
    assert await _names(engine) == ["next"]


async def test_what_is_not_committed_is_seen_by_its_writer_alone(engine: Engine) -> None:
    async with Transaction(engine, Turn()) as db:
        await db.write(insert(seals), name="ours", sealed=b"")
        assert [row["name"] for row in await db.rows(select(seals.c.name))] == ["ours"]
        assert await _names(engine) == []
    assert await _names(engine) == []


async def test_a_commit_that_fails_keeps_nobody_else_from_writing(engine: Engine) -> None:
    turn, checked_late = Turn(), "REFERENCES seals (name) DEFERRABLE INITIALLY DEFERRED"
    async with Transaction(engine, turn) as db:
        await db.write(text(f"CREATE TABLE lost (name {checked_late})"))
        await db.write(text("INSERT INTO lost VALUES ('nobody')"))
        with pytest.raises(IntegrityError):
            await db.commit()
    await _write(engine, turn, "next")
    assert await _names(engine) == ["next"]
