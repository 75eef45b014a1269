"""SQLite is as strict and as forgetful as it can be."""

import stat
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text
from sqlalchemy.exc import DBAPIError

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.schema import requests
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite+aiosqlite:///{tmp_path / 'state' / 'store.db'}"


async def test_it_is_durable_strict_and_overwrites_what_is_deleted(url: str) -> None:
    engine = create_engine(url)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": 15000,
    }
    async with engine.connect() as connection:
        found = {
            name: (await connection.execute(text(f"PRAGMA {name}"))).scalar_one() for name in wanted
        }
    await engine.dispose()
    assert found == wanted


async def test_its_files_are_for_their_owner_alone(url: str, tmp_path: Path) -> None:
    await upgrade(url)
    engine = create_engine(url)
    async with engine.connect() as connection:
        await connection.execute(select(requests))
        modes = {
            path.name: stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "state").iterdir()
        }
    await engine.dispose()
    assert modes == {"store.db": 0o600, "store.db-wal": 0o600, "store.db-shm": 0o600}


async def test_an_error_shows_no_parameter(url: str) -> None:
    engine = create_engine(url)
    async with engine.connect() as connection:
        with pytest.raises(DBAPIError) as raised:
            await connection.execute(select(requests).where(requests.c.id == "canary-4711"))
    await engine.dispose()
    assert "canary-4711" not in str(raised.value)


async def test_what_is_told_is_on_the_disk_and_what_is_repeated_need_not_be(
    url: str,
) -> None:
    """Connections are shared: each transaction says again how sure it must be."""
    await upgrade(url)
    engine, turn, found = create_engine(url), Turn(), []
    for durable in (True, False, True):
        async with Transaction(engine, turn, durable=durable) as db:
            await db.write(delete(requests))
            found.append((await db.rows(text("PRAGMA synchronous")))[0]["synchronous"])
            await db.commit()
    await engine.dispose()
    assert found == [2, 1, 2]
