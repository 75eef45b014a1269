"""The same suite on each store: in memory, on SQLite, on PostgreSQL."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.grounds import GROUNDS, Ground, Store
from tests.fakes.clock import FakeClock


@pytest.fixture(params=GROUNDS)
async def ground(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Ground]:
    postgres = request.getfixturevalue("postgres") if request.param == "postgresql" else None
    async with GROUNDS[request.param](tmp_path, postgres) as ground:
        yield ground


@pytest.fixture
def store(ground: Ground) -> Store:
    return ground.open()


@pytest.fixture
def uow(store: Store) -> UnitOfWorkFactory:
    return store.uow


@pytest.fixture
def clock(ground: Ground) -> FakeClock:
    return ground.clock
