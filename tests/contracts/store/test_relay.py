"""Conversations: in order, each message once, pictures gone with what carried them."""

from dataclasses import replace

import pytest

from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import AttachmentId, MessageId, RequestId
from bot.domain.people import Party
from bot.domain.relay import Delivery, RelayMessage
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.people import a_held_request, a_message, a_picture

REQUEST = RequestId("request")


@pytest.fixture(autouse=True)
async def two_requests(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.requests.add(a_held_request())
        await unit.requests.add(a_held_request("other"))
        await unit.commit()


async def add(uow: UnitOfWorkFactory, *messages: RelayMessage) -> None:
    async with uow() as unit:
        for message in messages:
            await unit.relay.add(message)
        await unit.commit()


async def test_a_message_comes_back_whole_with_its_position(uow: UnitOfWorkFactory) -> None:
    message = a_message(pictures=(AttachmentId("picture"),))
    await add(uow, message)
    assert message.position == 1
    async with uow() as unit:
        assert await unit.relay.get(message.id) == replace(message, position=1)


async def test_a_conversation_is_read_in_order(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message("one"), a_message("aside", request=RequestId("other")))
    await add(uow, a_message("two", author=Party.REQUESTER, mentor=None))
    async with uow() as unit:
        found = await unit.relay.of(REQUEST)
    assert [(message.id, message.position) for message in found] == [("one", 1), ("two", 2)]


async def test_an_origin_finds_its_message_in_its_request_only(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message())
    async with uow() as unit:
        found = await unit.relay.by_origin(REQUEST, "origin-message")
        assert found == a_message(position=1)
        assert await unit.relay.by_origin(RequestId("other"), "origin-message") is None
        assert await unit.relay.by_origin(REQUEST, "origin-nothing") is None
        assert await unit.relay.by_origin(RequestId("nothing"), "origin-message") is None


async def test_an_origin_is_relayed_once(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message())
    with pytest.raises(Conflict):
        await add(uow, a_message("again", origin="origin-message"))


async def test_the_same_origin_may_be_in_another_request(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message())
    await add(uow, a_message("aside", request=RequestId("other"), origin="origin-message"))
    async with uow() as unit:
        assert [m.id for m in await unit.relay.of(RequestId("other"))] == ["aside"]


async def test_a_changed_message_is_kept(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message())
    async with uow() as unit:
        message = await unit.relay.get(MessageId("message"))
        message.edit("Mieux dit.", by=Party.MENTOR)
        message.settle(Delivery.FAILED, "closed")
        await unit.relay.save(message)
        await unit.commit()
    async with uow() as unit:
        found = await unit.relay.get(MessageId("message"))
    assert found == a_message(
        text="Mieux dit.",
        edited=True,
        delivery=Delivery.FAILED,
        reason="closed",
        position=1,
        version=1,
    )


async def test_whoever_saves_second_learns_it(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_message())
    async with uow() as unit:
        first = await unit.relay.get(MessageId("message"))
        second = await unit.relay.get(MessageId("message"))
        await unit.relay.save(first)
        with pytest.raises(Conflict):
            await unit.relay.save(second)


async def test_nothing_is_said_in_a_request_that_is_gone(uow: UnitOfWorkFactory) -> None:
    gone = RequestId("gone")
    async with uow() as unit:
        with pytest.raises(NotFound):
            await unit.relay.add(a_message(request=gone))
        with pytest.raises(NotFound):
            await unit.relay.add_picture(gone, a_picture())


async def test_a_picture_comes_back_byte_for_byte(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.relay.add_picture(REQUEST, a_picture())
        await unit.commit()
    async with uow() as unit:
        assert await unit.relay.picture(AttachmentId("picture")) == a_picture()
        with pytest.raises(NotFound):
            await unit.relay.picture(AttachmentId("nothing"))


async def test_the_pictures_of_a_message_go_when_it_is_taken_back(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.relay.add_picture(REQUEST, a_picture())
        await unit.relay.add_picture(REQUEST, a_picture("other"))
        await unit.relay.add(a_message(pictures=(AttachmentId("picture"),)))
        await unit.commit()
    async with uow() as unit:
        message = await unit.relay.get(MessageId("message"))
        message.delete(by=Party.MENTOR)
        await unit.relay.save(message)
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(NotFound):
            await unit.relay.picture(AttachmentId("picture"))
        assert await unit.relay.picture(AttachmentId("other")) == a_picture("other")
        assert set(await unit.relay.pictures(REQUEST)) == {"other"}
        assert set(await unit.relay.pictures(RequestId("other"))) == set()
