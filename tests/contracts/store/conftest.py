"""The same suite on each store: in memory, on SQLite, on PostgreSQL."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.grounds import GROUNDS, Ground, Store
from tests.fakes.clock import FakeClock
from tests.fakes.postgres import postgres_url


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    with postgres_url() as url:
        yield url


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
