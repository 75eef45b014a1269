"""Requests whose weekly keys are lost are given up when asked: what shows of them can go."""

from pathlib import Path

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.domain.events import RequestErased
from bot.domain.policy import State
from bot.ports.outbound import Delivery
from tests.adapters.store.everything import POSTS, REQUEST, fill
from tests.contracts.store.people import HERE, LEA, a_mentor
from tests.fakes.clock import FakeClock


async def test_what_shows_in_public_is_found_and_the_rest_is_gone(tmp_path: Path) -> None:
    clock, url, keys = (
        FakeClock(),
        f"sqlite+aiosqlite:///{tmp_path / 'store.db'}",
        tmp_path / "keys",
    )
    await upgrade(url)
    store = await opened(url, keys, clock)
    await fill(store, clock)
    assert await store.give_up_lost() == 0
    await store.close()
    for key in keys.glob("*-2026-*.key"):
        key.unlink()

    store = await opened(url, keys, clock)
    assert await store.has_lost()
    assert await store.give_up_lost() == 1
    assert not await store.has_lost()
    [told] = await store.outbox.events(10)
    assert told.event == RequestErased(HERE, REQUEST)
    async with store.uow() as unit:
        shown = await unit.requests.posts(REQUEST)
        assert await unit.requests.code_names(HERE) == set()
        assert await unit.requests.of(HERE, LEA) == []
        assert await unit.mentors.all(HERE) == [a_mentor()]
        assert await unit.requests.held_by(a_mentor().id) == []
    assert State.CLAIMED not in (await store.census()).requests
    down = [Delivery(where, to, "erased", subject, REQUEST) for where, to, subject in shown]
    assert [each.recipient for each in down] == [POSTS[0].recipient]
    await store.outbox.fan_out(told, down)
    [taken] = await store.outbox.take(clock.now(), 10)
    assert taken.handle == f"handle of {POSTS[0].recipient}"
    await store.close()


async def opened(url: str, keys: Path, clock: FakeClock) -> SqlStore:
    store = SqlStore(create_engine(url), vault=FileVault(keys, clock=clock), clock=clock)
    await store.begin()
    return store
