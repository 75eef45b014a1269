"""One writer at a time: in order of coming, and nobody loses for ever."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.turn import Turn
from adapters.store.vault import FileVault
from bot.domain.errors import Conflict
from bot.domain.ids import CommunityId, RequestId
from bot.domain.people import Address
from bot.domain.policy import State
from bot.domain.request import Request
from tests.fakes.clock import FakeClock

WRITERS = 30


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqlStore]:
    url, clock = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}", FakeClock()
    await upgrade(url)
    vault = FileVault(tmp_path / "keys", clock=clock)
    store = SqlStore(create_engine(url), vault=vault, clock=clock)
    yield store
    await store.close()


async def test_writers_come_in_the_order_of_their_coming() -> None:
    turn, order = Turn(), []

    async def write(number: int) -> None:
        await turn.take()
        order.append(number)
        await asyncio.sleep(0)
        turn.give_back()

    await asyncio.gather(*(write(number) for number in range(WRITERS)))
    assert order == list(range(WRITERS))


async def test_nobody_loses_a_race_twice(store: SqlStore) -> None:
    """All change one request at once: without this, the last one loses to all others."""
    asker, day = Address("discord", "guild", "lea"), FakeClock().now().date()
    request = Request(RequestId("r"), CommunityId("here"), asker, "fr", day, "")
    request.state = State.OPEN
    async with store.uow() as unit:
        await unit.requests.add(request)
        await unit.commit()

    async def change(number: int) -> int:
        for attempt in (1, 2):
            try:
                async with store.uow() as unit:
                    found = await unit.requests.get(request.id)
                    found.add_details(str(number))
                    await unit.requests.save(found)
                    await unit.commit()
                return attempt
            except Conflict:
                continue
        return 3

    attempts = await asyncio.gather(*(change(number) for number in range(WRITERS)))
    assert set(attempts) == {1, 2}
    async with store.uow() as unit:
        found = await unit.requests.get(request.id)
    assert sorted(map(int, found.text.split())) == list(range(WRITERS))


async def test_whoever_is_cancelled_while_it_waits_again_gives_everything_back(
    store: SqlStore,
) -> None:
    async def lose_then_wait() -> None:
        with suppress(Conflict):
            async with store.uow():
                raise Conflict
        async with store.uow():
            raise AssertionError

    async with store.uow() as unit:
        await unit.timers.cancel("request")
        waiting = asyncio.create_task(lose_then_wait())
        await asyncio.sleep(0.05)
        waiting.cancel()
        await asyncio.wait([waiting])
    async with store.uow() as unit:
        await unit.timers.cancel("request")
        await unit.commit()
    assert waiting.cancelled()
