"""Requests: kept whole, found by those who may, changed by one at a time, erased for good."""

from collections.abc import Awaitable, Sequence
from dataclasses import replace
from typing import Any

import pytest

from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CaseId, MentorId, RequestId
from bot.domain.people import NOBODY, Address
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import Judgment, UnitOfWorkFactory
from tests.contracts.store.people import (
    ELSEWHERE,
    HERE,
    LEA,
    MAX,
    NOW,
    a_draft,
    a_held_request,
    a_message,
    a_picture,
    a_request,
    an_open_request,
)

NADIA, YANN = MentorId("nadia"), MentorId("yann")


async def add(uow: UnitOfWorkFactory, *requests: Request) -> None:
    async with uow() as unit:
        for request in requests:
            await unit.requests.add(request)
        await unit.commit()


async def ids(found: Awaitable[Sequence[Request]]) -> list[str]:
    return [request.id for request in await found]


async def test_a_request_comes_back_whole(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        assert await unit.requests.get(RequestId("request")) == a_request()


async def test_every_field_survives_a_change(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    changes: dict[str, Any] = {
        "co_mentors": (YANN,),
        "offered_to": YANN,
        "wave": 2,
        "rating": 3,
        "closed_at": NOW,
    }
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        for name, value in changes.items():
            setattr(request, name, value)
        await unit.requests.save(request)
        await unit.commit()
    async with uow() as unit:
        found = await unit.requests.get(RequestId("request"))
    assert found == replace(a_request(), version=1, **changes)


async def test_a_missing_request_is_not_found(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        with pytest.raises(NotFound):
            await unit.requests.get(RequestId("request"))


async def test_an_id_is_taken_once(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    with pytest.raises(Conflict):
        await add(uow, a_request(requester=MAX))


async def test_what_is_given_out_is_a_copy(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        (await unit.requests.get(RequestId("request"))).text = "changed and not saved"
        assert (await unit.requests.get(RequestId("request"))) == a_request()


async def test_whoever_saves_second_learns_it(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        first = await unit.requests.get(RequestId("request"))
    async with uow() as unit:
        second = await unit.requests.get(RequestId("request"))
    async with uow() as unit:
        await unit.requests.save(first)
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.requests.save(second)


async def test_a_request_can_be_saved_twice_in_one_unit(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        for text in ("once", "twice"):
            request.text = text
            await unit.requests.save(request)
        await unit.commit()
    async with uow() as unit:
        found = await unit.requests.get(RequestId("request"))
    assert found == a_request(text="twice", version=2)


async def test_an_erased_request_cannot_be_saved(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        await unit.requests.erase(request.id)
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.requests.save(request)


async def test_people_find_their_own_newest_first(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request("one"), a_request("two"), a_request("other", requester=MAX))
    async with uow() as unit:
        assert await ids(unit.requests.of(HERE, LEA)) == ["two", "one"]


async def test_people_find_nothing_from_another_community(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request("here"), a_request("there", community=ELSEWHERE))
    async with uow() as unit:
        assert await ids(unit.requests.of(ELSEWHERE, LEA)) == ["there"]


@pytest.mark.parametrize(
    "stranger",
    [
        Address("slack", "guild-1", "lea"),
        Address("discord", "guild-2", "lea"),
        Address("discord", "guild-1", "leo"),
        Address("discord", "guild-1l", "ea"),
    ],
)
async def test_an_account_is_all_of_its_address(uow: UnitOfWorkFactory, stranger: Address) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        assert await ids(unit.requests.of(HERE, stranger)) == []


async def test_a_forgotten_requester_finds_nothing_and_is_nobody(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        request.requester = NOBODY
        await unit.requests.save(request)
        await unit.commit()
    async with uow() as unit:
        assert await unit.requests.get(request.id) == a_request(requester=NOBODY, version=1)
        assert await ids(unit.requests.of(HERE, LEA)) == []
        assert await ids(unit.requests.of(HERE, NOBODY)) == []


async def test_a_forgotten_requester_stays_forgotten(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request(requester=NOBODY))
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        await unit.requests.save(request)
        await unit.commit()
    async with uow() as unit:
        assert (await unit.requests.get(request.id)).requester == NOBODY


async def test_a_receipt_finds_its_request_in_its_community_only(uow: UnitOfWorkFactory) -> None:
    await add(uow, an_open_request(), an_open_request("other"))
    async with uow() as unit:
        found = await unit.requests.by_receipt(HERE, "ABCD-request")
        assert found == an_open_request()
        assert await unit.requests.by_receipt(ELSEWHERE, "ABCD-request") is None
        assert await unit.requests.by_receipt(HERE, "ABCD-nothing") is None


async def test_live_requests_are_open_or_claimed_oldest_first(uow: UnitOfWorkFactory) -> None:
    await add(
        uow,
        a_request("draft"),
        an_open_request("open"),
        a_held_request("claimed"),
        a_held_request("resolved", state=State.RESOLVED),
        an_open_request("there", community=ELSEWHERE),
    )
    async with uow() as unit:
        assert await ids(unit.requests.live(HERE)) == ["open", "claimed"]


async def test_a_mentor_finds_what_they_hold_and_help_with(uow: UnitOfWorkFactory) -> None:
    await add(
        uow,
        a_held_request("held"),
        a_held_request("helped", mentor=YANN, co_mentors=(NADIA,)),
        a_held_request("not-mine", mentor=YANN),
        a_held_request("over", state=State.RESOLVED),
    )
    async with uow() as unit:
        assert await ids(unit.requests.held_by(NADIA)) == ["held", "helped"]


async def test_what_was_released_is_held_no_more(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_held_request(co_mentors=(YANN,)))
    async with uow() as unit:
        request = await unit.requests.get(RequestId("request"))
        request.state, request.mentor, request.co_mentors = State.CLAIMED, YANN, ()
        await unit.requests.save(request)
        await unit.commit()
    async with uow() as unit:
        assert await ids(unit.requests.held_by(NADIA)) == []
        assert await ids(unit.requests.held_by(YANN)) == ["request"]


async def test_code_names_in_use_are_those_of_the_community(uow: UnitOfWorkFactory) -> None:
    await add(
        uow,
        a_request("draft"),
        an_open_request("one"),
        an_open_request("two", state=State.RESOLVED),
        an_open_request("there", community=ELSEWHERE),
    )
    async with uow() as unit:
        assert set(await unit.requests.code_names(HERE)) == {"loutre-one", "loutre-two"}


async def test_erasing_leaves_nothing_of_a_request(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_held_request(), a_held_request("other", requester=MAX))
    request = RequestId("request")
    timer = Timer(TimerKind.SILENCE_CLOSES, request, HERE, NOW)
    async with uow() as unit:
        await unit.relay.add(a_message())
        await unit.relay.add_picture(request, a_picture())
        await unit.drafts.add(a_draft())
        await unit.timers.set(timer)
        await unit.judgments.add(Judgment(HERE, CaseId("cas"), useful=True, request=request))
        await unit.commit()
    async with uow() as unit:
        await unit.requests.erase(request)
        await unit.commit()
    async with uow() as unit:
        assert await ids(unit.requests.of(HERE, LEA)) == []
        assert await ids(unit.requests.held_by(NADIA)) == ["other"]
        assert await unit.requests.by_receipt(HERE, "ABCD-request") is None
        assert await unit.relay.of(request) == []
        assert await unit.relay.by_origin(request, "origin-message") is None
        assert await unit.drafts.of(request) is None
        assert await unit.timers.due(NOW, 10) == []
        assert await unit.judgments.all(HERE) == [Judgment(HERE, CaseId("cas"), useful=True)]
        for gone in (
            unit.requests.get(request),
            unit.relay.get(a_message().id),
            unit.relay.picture(a_picture().id),
            unit.drafts.get(a_draft().id),
        ):
            with pytest.raises(NotFound):
                await gone


async def test_erasing_twice_is_erasing_once(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_request())
    for _ in range(2):
        async with uow() as unit:
            await unit.requests.erase(RequestId("request"))
            await unit.commit()
    async with uow() as unit:
        assert await ids(unit.requests.of(HERE, LEA)) == []


async def test_destroyed_words_are_gone_while_the_request_is_still_there(
    uow: UnitOfWorkFactory,
) -> None:
    await add(uow, a_held_request())
    request = RequestId("request")
    async with uow() as unit:
        await unit.relay.add(a_message())
        await unit.relay.add_picture(request, a_picture())
        await unit.drafts.add(a_draft())
        await unit.commit()
    async with uow() as unit:
        await unit.requests.destroy_words(request)
        await unit.commit()
    async with uow() as unit:
        assert await unit.relay.of(request) == []
        assert await unit.drafts.of(request) is None
        with pytest.raises(NotFound):
            await unit.relay.picture(a_picture().id)
        assert (await unit.requests.get(request)).id == request


async def test_an_erased_request_is_nobodys_any_more(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_held_request())
    async with uow() as unit:
        found = await unit.requests.get(RequestId("request"))
        found.erase()
        await unit.requests.save(found)
        await unit.commit()
    async with uow() as unit:
        assert await ids(unit.requests.of(HERE, LEA)) == []
        assert await ids(unit.requests.held_by(NADIA)) == []
        assert await ids(unit.requests.live(HERE)) == []
        assert await unit.requests.by_receipt(HERE, "ABCD-request") is None
