"""Statements that are made once find on SQLite what SQLAlchemy would find, and fail as it does."""

import importlib
import pkgutil
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql import Executable
from sqlalchemy.sql.dml import Insert, Update

import adapters.store as package
from adapters.store.engine import Engine, create_engine
from adapters.store.migrations import upgrade
from adapters.store.once import Plain, is_made_once, once
from adapters.store.schema import kept, timers
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from bot.domain.errors import Conflict

NOW = datetime(2026, 3, 2, 9, 30, 0, 17, tzinfo=UTC)


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[Engine]:
    url = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    await upgrade(url)
    engine = create_engine(url)
    yield engine
    await engine.dispose()


async def test_values_of_every_kind_come_back_as_they_were(engine: Engine) -> None:
    keeping = {"key": "k", "request": None, "words_key": b"\0w", "sealed": b"s"}
    timing = {"subject": "s", "kind": "k", "community": "c", "due_at": NOW}
    async with Transaction(engine, Turn()) as db:
        await db.write(once(insert(kept)), **keeping, expires_on=date(2026, 3, 2))
        await db.write(once(insert(timers)), **timing)
        for query in (select(kept), once(select(kept))):
            [row] = await db.rows(query)
            assert dict(row) == {**keeping, "expires_on": date(2026, 3, 2)}
        for query in (select(timers), once(select(timers))):
            [row] = await db.rows(query)
            assert dict(row) == timing


async def test_what_changed_is_counted_and_told(engine: Engine) -> None:
    later = bindparam("later", type_=timers.c.due_at.type)
    moved = update(timers).where(timers.c.subject == bindparam("who")).values(due_at=later)
    move, telling = once(moved), once(moved.returning(timers.c.due_at))
    async with Transaction(engine, Turn()) as db:
        for kind in ("a", "b"):
            row = {"subject": "s", "kind": kind, "community": "c", "due_at": NOW}
            await db.put(timers, row)
            await db.put(timers, row)
        assert await db.write(move, who="s", later=NOW) == 2
        assert await db.write(move, who="nobody", later=NOW) == 0
        told = await db.written(telling, who="s", later=NOW)
        assert [dict(row) for row in told] == [{"due_at": NOW}] * 2


async def test_a_row_that_is_there_already_is_a_conflict(engine: Engine) -> None:
    row = {"subject": "s", "kind": "k", "community": "c", "due_at": NOW}
    async with Transaction(engine, Turn()) as db:
        await db.write(once(insert(timers)), **row)
        with pytest.raises(Conflict):
            await db.write(once(insert(timers)), **row)


def made_once() -> Iterator[tuple[str, Executable]]:
    for found in pkgutil.walk_packages(package.__path__, "adapters.store."):
        if not found.name.startswith("adapters.store.migrations"):
            for name, value in vars(importlib.import_module(found.name)).items():
                if isinstance(value, Executable) and is_made_once(value):
                    yield f"{found.name}.{name}", value


@pytest.mark.parametrize(("name", "statement"), list(made_once()))
async def test_sqlite_understands_each_of_them(
    name: str, statement: Executable, engine: Engine, tmp_path: Path
) -> None:
    columns = statement.table.columns.keys() if isinstance(statement, Insert | Update) else []
    wanted = {"version"} if isinstance(statement, Update) else {*columns} - {"position"}
    names = [column for column in columns if column in wanted]
    plain = Plain(statement, names, sqlite.dialect())
    with closing(sqlite3.connect(tmp_path / "store.db")) as connection:
        connection.execute(f"EXPLAIN {plain.words}", [None] * len(plain.values))
