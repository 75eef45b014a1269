"""The upkeep: the keys are the right ones, what passed is forgotten."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.upkeep import WrongKeys
from adapters.store.vault import FileVault
from bot.domain.block import Block
from bot.domain.community import Channel
from bot.domain.ids import BlockId, CommunityId, MentorId, RequestId, new_id
from bot.domain.people import Address
from bot.domain.policy import Role, State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.census import Census
from bot.ports.outbound import Delivery, ToRoom
from tests.fakes.clock import FakeClock

HERE, REQUEST = CommunityId("here"), RequestId("request")
LEA = Address("discord", "guild", "lea")
HELP = Delivery(HERE, ToRoom(0, Channel.HELP), "request-card", "card", REQUEST)


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
async def url(tmp_path: Path) -> str:
    url = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    await upgrade(url)
    return url


def open_store(url: str, keys: Path, clock: FakeClock) -> SqlStore:
    return SqlStore(create_engine(url), vault=FileVault(keys, clock=clock), clock=clock)


@pytest.fixture
async def store(url: str, tmp_path: Path, clock: FakeClock) -> AsyncIterator[SqlStore]:
    store = open_store(url, tmp_path / "keys", clock)
    await store.begin()
    yield store
    await store.close()


async def rows(url: str, table: str) -> int:
    engine = create_engine(url)
    async with engine.connect() as connection:
        count = (await connection.execute(text(f"SELECT count(*) FROM {table}"))).scalar_one()
    await engine.dispose()
    return int(count)


async def publish(store: SqlStore, clock: FakeClock) -> None:
    request = Request(REQUEST, HERE, LEA, "fr", clock.now().date(), "texte")
    request.publish(at=clock.now(), role=Role.REQUESTER)
    async with store.uow() as unit:
        await unit.requests.add(request)
        await unit.commit()


async def deliver(store: SqlStore, clock: FakeClock) -> None:
    for event in await store.outbox.events(10):
        await store.outbox.fan_out(event, [HELP])
    for queued in await store.outbox.take(clock.now(), 10):
        await store.outbox.delivered(queued, "handle")


# --- the keys ------------------------------------------------------------------------


async def test_a_database_opens_with_its_own_keys(
    store: SqlStore, url: str, tmp_path: Path, clock: FakeClock
) -> None:
    again = open_store(url, tmp_path / "keys", clock)
    await again.begin()
    await again.close()


@pytest.mark.parametrize(("lost", "named"), [("standing", "standing"), ("pepper", "pepper")])
async def test_a_database_does_not_open_with_other_keys(
    store: SqlStore, url: str, tmp_path: Path, clock: FakeClock, lost: str, named: str
) -> None:
    """Else it would begin again beside what it can no longer read."""
    (tmp_path / "keys" / f"{lost}.key").unlink()
    stranger = open_store(url, tmp_path / "keys", clock)
    with pytest.raises(WrongKeys, match=named):
        await stranger.begin()
    await stranger.close()


async def test_beginning_takes_up_what_a_killed_process_left(
    store: SqlStore, clock: FakeClock
) -> None:
    await publish(store, clock)
    [event] = await store.outbox.events(10)
    await store.outbox.fan_out(event, [HELP])
    held = await store.outbox.take(clock.now(), 10)
    await store.outbox.set_aside(event, None)
    await store.begin()
    assert await store.outbox.take(clock.now(), 10) == held


# --- sweeping ------------------------------------------------------------------------


async def test_blocks_are_forgotten_when_they_end(
    store: SqlStore, url: str, clock: FakeClock
) -> None:
    async with store.uow() as unit:
        until = clock.now() + timedelta(days=1)
        await unit.blocks.block(LEA, Block(BlockId(new_id()), HERE, until, "Motif", "Sacha"))
        await unit.blocks.part(HERE, LEA, MentorId("nadia"), until)
        await unit.commit()
    await store.sweep()
    assert [await rows(url, table) for table in ("bans", "blocks")] == [1, 1]
    clock.advance(days=1)
    await store.sweep()
    assert [await rows(url, table) for table in ("bans", "blocks")] == [0, 0]


async def test_counts_are_forgotten_after_a_day(
    store: SqlStore, url: str, clock: FakeClock
) -> None:
    day = timedelta(days=1)
    async with store.uow() as unit:
        await unit.limits.hit(HERE, LEA, "request", clock.now() - day, clock.now())
        await unit.commit()
    clock.advance(days=1)
    await store.sweep()
    assert await rows(url, "limits") == 1
    clock.advance(days=1)
    await store.sweep()
    assert await rows(url, "limits") == 0


async def test_what_platforms_remember_is_forgotten_after_its_day(
    store: SqlStore, url: str, clock: FakeClock
) -> None:
    until = clock.now() + timedelta(hours=1)
    await store.platform_memory.put("key", "value", request=None, expires_at=until)
    clock.advance(days=1)
    await store.sweep()
    assert await rows(url, "kept") == 1
    clock.advance(days=1)
    await store.sweep()
    assert await rows(url, "kept") == 0


async def test_posts_of_a_request_stay_while_something_may_take_them_down(
    store: SqlStore, url: str, clock: FakeClock
) -> None:
    await publish(store, clock)
    await deliver(store, clock)
    await store.sweep()
    assert await rows(url, "posts") == 1
    async with store.uow() as unit:
        request = await unit.requests.get(REQUEST)
        request.state = State.RESOLVED
        request.erase()
        await unit.requests.save(request)
        await unit.requests.erase(REQUEST)
        await unit.commit()
    await store.sweep()
    assert await rows(url, "posts") == 1
    [event] = await store.outbox.events(10)
    await store.outbox.fan_out(event, [HELP])
    await store.sweep()
    assert await rows(url, "posts") == 1


async def test_posts_that_nothing_leads_to_are_forgotten(
    store: SqlStore, url: str, clock: FakeClock
) -> None:
    await publish(store, clock)
    await deliver(store, clock)
    async with store.uow() as unit:
        await unit.requests.erase(REQUEST)
        await unit.commit()
    await store.sweep()
    assert await rows(url, "posts") == 0


async def test_the_log_of_writes_is_empty_afterwards(
    store: SqlStore, tmp_path: Path, clock: FakeClock
) -> None:
    await publish(store, clock)
    log = tmp_path / "store.db-wal"
    assert log.stat().st_size > 0
    await store.sweep()
    assert log.stat().st_size == 0


async def test_weeks_in_use_keep_their_keys(
    store: SqlStore, tmp_path: Path, clock: FakeClock
) -> None:
    await publish(store, clock)
    clock.advance(days=30)
    await store.sweep()
    async with store.uow() as unit:
        assert [request.id for request in await unit.requests.of(HERE, LEA)] == [REQUEST]
    async with store.uow() as unit:
        await unit.requests.erase(REQUEST)
        await unit.commit()
    await store.sweep()
    left = sorted(path.stem for path in (tmp_path / "keys").glob("*.key"))
    assert left == ["pepper", "standing"]


# --- counting ------------------------------------------------------------------------


async def test_what_is_stored_is_counted_unopened(store: SqlStore, clock: FakeClock) -> None:
    assert await store.census() == Census({}, 0, None, 0, timedelta(0))
    await publish(store, clock)
    async with store.uow() as unit:
        await unit.timers.set(Timer(TimerKind.WAVE_ONE, REQUEST, HERE, clock.now()))
        await unit.commit()
    for event in await store.outbox.events(10):
        await store.outbox.fan_out(event, [HELP])
    clock.advance(minutes=3)
    assert await store.census() == Census({"open": 1}, 1, 1, 0, timedelta(minutes=3))


async def test_what_keeps_it_from_being_used_is_said(
    store: SqlStore, tmp_path: Path, clock: FakeClock
) -> None:
    assert await store.lack() == ""
    empty = open_store(f"sqlite+aiosqlite:///{tmp_path / 'empty.db'}", tmp_path / "keys", clock)
    assert await empty.lack() == "the database lacks a migration"
    await empty.close()
    silent = open_store("postgresql+asyncpg://x@127.0.0.1:1/x", tmp_path / "keys", clock)
    assert await silent.lack() == "the database does not answer"
    await silent.close()
