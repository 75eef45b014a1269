"""One transaction: all or nothing, unseen until the commit, news in the order of commits."""

import asyncio

import pytest

from bot.domain import events as e
from bot.domain.errors import Conflict, NotFound
from bot.domain.events import Event
from bot.domain.ids import MentorId, RequestId
from bot.domain.people import Party
from bot.domain.policy import Role
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import Judgment, UnitOfWork, UnitOfWorkFactory
from tests.contracts.store.grounds import Ground, Store
from tests.contracts.store.people import (
    HERE,
    LEA,
    MINUTE,
    NOW,
    a_block,
    a_case,
    a_community,
    a_draft,
    a_held_request,
    a_mentor,
    a_message,
    a_picture,
    a_request,
    an_open_request,
)

REQUEST = RequestId("request")


async def told(store: Store) -> list[Event]:
    return [journalled.event for journalled in await store.outbox.events(100)]


async def write_everywhere(unit: UnitOfWork) -> None:
    await unit.communities.add(a_community())
    await unit.mentors.add(a_mentor())
    await unit.requests.add(a_held_request())
    await unit.relay.add(a_message())
    await unit.relay.add_picture(REQUEST, a_picture())
    await unit.drafts.add(a_draft())
    await unit.cases.add(a_case())
    await unit.timers.set(Timer(TimerKind.WAVE_ONE, REQUEST, HERE, NOW))
    await unit.blocks.block(LEA, a_block("b", NOW + MINUTE))
    await unit.judgments.add(Judgment(HERE, a_case().id, useful=True))


async def assert_nothing(unit: UnitOfWork) -> None:
    assert await unit.communities.all() == []
    assert await unit.mentors.all(HERE) == []
    assert await unit.requests.live(HERE) == []
    assert await unit.relay.of(REQUEST) == []
    assert await unit.drafts.of(REQUEST) is None
    assert await unit.cases.all() == []
    assert await unit.timers.next_due() is None
    assert await unit.blocks.until(HERE, LEA, NOW) is None
    assert await unit.judgments.all(HERE) == []
    with pytest.raises(NotFound):
        await unit.relay.picture(a_picture().id)


async def test_nothing_is_kept_without_a_commit(store: Store) -> None:
    async with store.uow() as unit:
        await write_everywhere(unit)
    async with store.uow() as unit:
        await assert_nothing(unit)


async def test_nothing_is_kept_when_something_is_raised(store: Store) -> None:
    async def fail() -> None:
        async with store.uow() as unit:
            await write_everywhere(unit)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with store.uow() as unit:
        await assert_nothing(unit)
    assert await told(store) == []


async def test_nobody_sees_what_is_not_committed(store: Store) -> None:
    async with store.uow() as writer:
        await write_everywhere(writer)
        async with store.uow() as reader:
            await assert_nothing(reader)
        await writer.commit()
    async with store.uow() as reader:
        assert await reader.requests.get(REQUEST) == a_held_request()


async def test_a_unit_sees_what_it_wrote_itself(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await write_everywhere(unit)
        assert await unit.requests.held_by(MentorId("nadia")) == [a_held_request()]
        assert await unit.timers.next_due() == NOW


async def test_what_comes_after_a_commit_needs_another(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.requests.add(a_request("one"))
        await unit.commit()
        assert (await unit.requests.get(RequestId("one"))).id == "one"
        await unit.requests.add(a_request("two"))
    async with uow() as unit:
        assert [request.id for request in await unit.requests.of(HERE, LEA)] == ["one"]


async def test_events_are_told_with_the_commit_in_the_order_of_saving(store: Store) -> None:
    async with store.uow() as unit:
        mentor, request = a_mentor(), a_request()
        mentor.decide(approved=True)
        await unit.mentors.add(mentor)
        request.publish(at=NOW, role=Role.REQUESTER)
        await unit.requests.add(request)
        request.claim(mentor.id, mentor_name=mentor.name, at=NOW)
        await unit.requests.save(request)
        message = a_message()
        message.send()
        await unit.relay.add(message)
        assert await told(store) == []
        await unit.commit()
    assert await told(store) == [
        e.MentorDecided(HERE, mentor.id),
        e.RequestPublished(HERE, REQUEST),
        e.RequestClaimed(HERE, REQUEST, mentor.id),
        e.MessageRelayed(HERE, REQUEST, message.id, Party.MENTOR),
    ]


async def test_events_come_in_the_order_of_the_commits(store: Store) -> None:
    for name in ("one", "two"):
        async with store.uow() as unit:
            request = a_request(name)
            request.publish(at=NOW, role=Role.REQUESTER)
            await unit.requests.add(request)
            await unit.commit()
    journal = await store.outbox.events(100)
    assert [getattr(journalled.event, "request", None) for journalled in journal] == ["one", "two"]
    assert journal[0].position < journal[1].position


async def test_an_event_is_told_once_however_often_its_aggregate_is_saved(store: Store) -> None:
    async with store.uow() as unit:
        draft, case = a_draft(), a_case()
        await unit.requests.add(a_held_request())
        draft.agree()
        await unit.drafts.add(draft)
        await unit.drafts.save(draft)
        await unit.commit()
        await unit.cases.add(case)
        case.retract()
        await unit.cases.save(case)
        await unit.commit()
    assert await told(store) == [e.DraftAgreed(HERE, draft.id), e.CaseRetracted(HERE, case.id)]


async def test_a_commit_rings_the_bell_after_it(ground: Ground) -> None:
    store = ground.open()
    async with store.uow() as unit:
        await unit.requests.add(an_open_request())
        assert not ground.bell.is_set()
        await unit.commit()
        assert ground.bell.is_set()
    ground.bell.clear()
    async with store.uow() as unit:
        await unit.requests.add(an_open_request("other"))
    assert not ground.bell.is_set()


async def test_writers_take_turns_and_readers_do_not_wait(store: Store) -> None:
    """A writer that takes its time stops nobody from reading, and another from nothing else."""
    order: list[str] = []
    hold = asyncio.Event()

    async def slow() -> None:
        async with store.uow() as unit:
            await unit.requests.add(a_request("slow"))
            order.append("slow writes")
            await hold.wait()
            await unit.commit()
            order.append("slow is done")

    async def read() -> None:
        async with store.uow() as unit:
            assert await unit.requests.of(HERE, LEA) == []
            order.append("read")

    writing = asyncio.create_task(slow())
    while "slow writes" not in order:
        await asyncio.sleep(0)
    await read()
    hold.set()
    await writing
    assert order == ["slow writes", "read", "slow is done"]


async def test_what_another_wrote_meanwhile_stops_nobody_who_writes_elsewhere(
    store: Store,
) -> None:
    async with store.uow() as unit:
        await unit.requests.add(a_request("one"))
        await unit.requests.add(a_request("two"))
        await unit.commit()
    async with store.uow() as slow:
        mine = await slow.requests.get(RequestId("one"))
        async with store.uow() as quick:
            await quick.requests.save(await quick.requests.get(RequestId("two")))
            await quick.commit()
        await slow.requests.save(mine)
        await slow.commit()
    async with store.uow() as unit:
        assert [request.version for request in await unit.requests.of(HERE, LEA)] == [1, 1]


async def test_a_unit_that_is_cancelled_leaves_nothing_and_stops_nobody(store: Store) -> None:
    writes = asyncio.Event()

    async def never_done() -> None:
        async with store.uow() as unit:
            await unit.requests.add(a_request("cancelled"))
            writes.set()
            await asyncio.Event().wait()

    async def wait_for_the_turn() -> None:
        async with store.uow() as unit:
            await unit.requests.add(a_request("waiting"))

    working = asyncio.create_task(never_done())
    await writes.wait()
    waiting = asyncio.create_task(wait_for_the_turn())
    await asyncio.sleep(0)
    for task in (waiting, working):
        task.cancel()
    await asyncio.wait([waiting, working])
    async with store.uow() as unit:
        await unit.requests.add(a_request("next"))
        await unit.commit()
    async with store.uow() as unit:
        assert [request.id for request in await unit.requests.of(HERE, LEA)] == ["next"]


async def test_of_two_hundred_claims_at_once_one_wins(ground: Ground) -> None:
    """Everybody else learns who was faster, from a second reading."""
    workers, mentors = ground.crew(4), [f"mentor-{number}" for number in range(200)]
    async with workers[0].uow() as unit:
        await unit.requests.add(an_open_request())
        await unit.commit()

    async def claim(store: Store, mentor: MentorId) -> str:
        while True:
            try:
                async with store.uow() as unit:
                    request = await unit.requests.get(REQUEST)
                    if request.mentor is not None:
                        return f"{request.mentor} was faster"
                    request.claim(mentor, mentor_name=mentor, at=NOW)
                    await unit.requests.save(request)
                    await unit.commit()
                return "won"
            except Conflict:
                continue

    outcomes = await asyncio.gather(
        *(claim(workers[n % 4], MentorId(mentor)) for n, mentor in enumerate(mentors))
    )
    winner = mentors[outcomes.index("won")]
    assert sorted(outcomes) == sorted(["won", *[f"{winner} was faster"] * 199])
    assert await told(workers[0]) == [e.RequestClaimed(HERE, REQUEST, MentorId(winner))]


async def test_many_messages_at_once_all_arrive_in_one_order(ground: Ground) -> None:
    workers = ground.crew(4)
    async with workers[0].uow() as unit:
        await unit.requests.add(a_held_request())
        await unit.commit()

    async def send(store: Store, number: int) -> None:
        while True:
            try:
                async with store.uow() as unit:
                    await unit.relay.add(a_message(f"message-{number}"))
                    await unit.commit()
                return
            except Conflict:
                await asyncio.sleep(0)

    await asyncio.gather(*(send(workers[number % 4], number) for number in range(50)))
    async with workers[0].uow() as unit:
        found = await unit.relay.of(REQUEST)
    assert [message.position for message in found] == list(range(1, 51))
    assert {message.id for message in found} == {f"message-{n}" for n in range(50)}
