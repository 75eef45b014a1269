"""What platforms' adapters remember."""

from datetime import timedelta

from bot.domain.ids import RequestId
from bot.domain.people import NOBODY
from tests.contracts.store.grounds import Store
from tests.contracts.store.people import an_open_request
from tests.fakes.clock import FakeClock

REQUEST = RequestId("request")
DAY = timedelta(days=1)


async def test_a_value_is_kept_until_it_expires(store: Store, clock: FakeClock) -> None:
    until = clock.now() + timedelta(minutes=1)
    await store.platform_memory.put("key", "valeur é", request=None, expires_at=until)
    assert await store.platform_memory.get("key") == "valeur é"
    assert await store.platform_memory.get("other") is None
    clock.advance(minutes=1)
    assert await store.platform_memory.get("key") is None


async def test_a_newer_value_takes_the_place_of_the_first(store: Store, clock: FakeClock) -> None:
    until = clock.now() + DAY
    await store.platform_memory.put("key", "first", request=REQUEST, expires_at=until)
    await store.platform_memory.put("key", "second", request=None, expires_at=until)
    assert await store.platform_memory.get("key") == "second"


async def test_several_values_are_kept_at_once(store: Store, clock: FakeClock) -> None:
    until = clock.now() + DAY
    values = {"one": "1", "two": "2"}
    await store.platform_memory.put_all(values, request=None, expires_at=until, durable=False)
    await store.platform_memory.put_all({}, request=None, expires_at=until)
    assert [await store.platform_memory.get(key) for key in values] == ["1", "2"]


async def test_a_value_can_be_forgotten(store: Store, clock: FakeClock) -> None:
    await store.platform_memory.put("key", "value", request=None, expires_at=clock.now() + DAY)
    await store.platform_memory.forget("key")
    await store.platform_memory.forget("key")
    assert await store.platform_memory.get("key") is None


async def test_what_is_kept_under_a_prefix_is_found(store: Store, clock: FakeClock) -> None:
    until, soon = clock.now() + DAY, clock.now() + timedelta(minutes=1)
    await store.platform_memory.put_all({"a_1": "1", "a_2": "2"}, request=None, expires_at=until)
    await store.platform_memory.put_all({"ab3": "3", "b": "4"}, request=None, expires_at=until)
    await store.platform_memory.put("a_5", "5", request=None, expires_at=soon)
    clock.advance(minutes=1)
    assert await store.platform_memory.under("a_") == {"a_1": "1", "a_2": "2"}
    assert await store.platform_memory.under("c") == {}


async def test_what_belongs_to_a_request_goes_with_it(store: Store, clock: FakeClock) -> None:
    """It may have been put before the request was there."""
    until = clock.now() + DAY
    await store.platform_memory.put("form", "value", request=REQUEST, expires_at=until)
    async with store.uow() as unit:
        await unit.requests.add(an_open_request())
        await unit.commit()
    await store.platform_memory.put("card", "value", request=REQUEST, expires_at=until)
    await store.platform_memory.put("else", "value", request=None, expires_at=until)
    assert await store.platform_memory.get("form") == "value"
    async with store.uow() as unit:
        await unit.requests.erase(REQUEST)
        await unit.commit()
    assert await store.platform_memory.get("form") is None
    assert await store.platform_memory.get("card") is None
    assert await store.platform_memory.get("else") == "value"


async def test_what_belongs_to_a_request_goes_with_the_link_to_its_author(
    store: Store, clock: FakeClock
) -> None:
    async with store.uow() as unit:
        await unit.requests.add(an_open_request())
        await unit.commit()
    until = clock.now() + DAY
    await store.platform_memory.put("line", "account", request=REQUEST, expires_at=until)
    async with store.uow() as unit:
        found = await unit.requests.get(REQUEST)
        found.requester = NOBODY
        await unit.requests.save(found)
        await unit.commit()
    assert await store.platform_memory.get("line") is None
