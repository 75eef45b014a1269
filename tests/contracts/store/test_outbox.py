"""The journal and the queue: nothing twice, nothing lost, in order in a lane."""

import asyncio
from datetime import datetime, timedelta

import pytest

from bot.domain import events as e
from bot.domain.community import Channel
from bot.domain.ids import MentorId, RequestId
from bot.domain.people import NOBODY
from bot.domain.policy import Role
from bot.ports.outbound import (
    Delivery,
    JournalledEvent,
    QueuedDelivery,
    Recipient,
    ToMentor,
    ToRequester,
    ToRoom,
    ToThread,
)
from tests.contracts.store.grounds import Ground, Store
from tests.contracts.store.people import HERE, NOW, a_request, an_open_request
from tests.fakes.clock import FakeClock

REQUEST, OTHER = RequestId("request"), RequestId("other")
HELP, MENTORS = ToRoom(0, Channel.HELP), ToRoom(0, Channel.MENTORS)
THREAD, ASKER, NADIA = ToThread(REQUEST, 1), ToRequester(REQUEST), ToMentor(MentorId("nadia"))


def to(
    recipient: Recipient,
    subject: str = "card",
    *,
    view: str = "request-card",
    request: RequestId | None = REQUEST,
    **arguments: str,
) -> Delivery:
    return Delivery(HERE, recipient, view, subject, request, arguments)


@pytest.fixture(autouse=True)
async def two_requests(store: Store) -> None:
    async with store.uow() as unit:
        await unit.requests.add(an_open_request())
        await unit.requests.add(an_open_request("other"))
        await unit.commit()


async def happen(store: Store, request: RequestId = REQUEST) -> JournalledEvent:
    """Let something happen to a request and return it, journalled."""
    async with store.uow() as unit:
        found = await unit.requests.get(request)
        found.add_details("plus")
        await unit.requests.save(found)
        await unit.commit()
    return (await store.outbox.events(100))[-1]


async def queue(store: Store, *deliveries: Delivery, request: RequestId = REQUEST) -> None:
    await store.outbox.fan_out(await happen(store, request), deliveries)


async def take(store: Store, at: datetime = NOW, limit: int = 10) -> list[QueuedDelivery]:
    return list(await store.outbox.take(at, limit))


async def taken(store: Store, at: datetime = NOW, limit: int = 10) -> list[Delivery]:
    return [queued.delivery for queued in await take(store, at, limit)]


async def make_all(store: Store, handle: str | None = "handle", at: datetime = NOW) -> None:
    while queued := await take(store, at):
        for each in queued:
            await store.outbox.delivered(each, handle)


# --- the journal ---------------------------------------------------------------------


async def test_an_event_waits_until_it_is_fanned_out(store: Store) -> None:
    event = await happen(store)
    assert event.event == e.RequestChanged(HERE, REQUEST)
    assert await store.outbox.events(100) == [event]
    await store.outbox.fan_out(event, [])
    assert await store.outbox.events(100) == []


async def test_the_oldest_events_come_first(store: Store) -> None:
    events = [await happen(store), await happen(store, OTHER)]
    assert await store.outbox.events(1) == events[:1]
    assert await store.outbox.events(5) == events


async def test_an_event_is_fanned_out_once(store: Store) -> None:
    event = await happen(store)
    assert await store.outbox.fan_out(event, [to(HELP)])
    assert not await store.outbox.fan_out(event, [to(HELP), to(MENTORS)])
    assert await taken(store) == [to(HELP)]


async def test_many_workers_fan_an_event_out_once(ground: Ground, store: Store) -> None:
    event, workers = await happen(store), ground.crew(8)
    await asyncio.gather(*(each.outbox.fan_out(event, [to(HELP)]) for each in workers))
    assert await taken(store) == [to(HELP)]
    assert await taken(store) == []


async def test_events_of_a_request_are_fanned_out_in_order(store: Store) -> None:
    """A worker that is ahead leaves the event for its next look."""
    first, second = await happen(store), await happen(store)
    aside = await happen(store, OTHER)
    await store.outbox.fan_out(second, [to(HELP, "second")])
    await store.outbox.fan_out(aside, [to(HELP, "aside", request=OTHER)])
    assert await store.outbox.events(100) == [first, second]
    await store.outbox.fan_out(first, [to(HELP, "first")])
    await store.outbox.fan_out(second, [to(HELP, "second")])
    order = [await taken(store, limit=1) for _ in range(2)]
    assert order == [[to(HELP, "aside", request=OTHER)], [to(HELP, "first")]]


async def test_an_event_that_was_set_aside_comes_back_later_and_stops_nobody(
    store: Store, clock: FakeClock
) -> None:
    failing, next_one = await happen(store), await happen(store)
    await store.outbox.set_aside(failing, clock.now() + timedelta(seconds=5))
    assert await store.outbox.events(100) == [next_one]
    await store.outbox.fan_out(next_one, [to(HELP)])
    assert await taken(store) == [to(HELP)]
    clock.advance(seconds=5)
    assert await store.outbox.events(100) == [failing]


async def test_a_parked_event_comes_back_when_asked_only(store: Store, clock: FakeClock) -> None:
    event = await happen(store)
    await store.outbox.set_aside(event, None)
    clock.advance(days=9)
    assert await store.outbox.events(100) == []
    await store.outbox.retry_parked()
    assert await store.outbox.events(100) == [event]


# --- lanes ---------------------------------------------------------------------------


async def test_a_delivery_comes_back_whole(store: Store) -> None:
    deliveries = [
        to(HELP),
        to(THREAD, "thread", view="thread-opener"),
        to(ASKER, "own", view="news", kind="wave-1", mentor="é"),
        to(NADIA, "application", view="decision", request=None),
    ]
    await queue(store, *deliveries)
    queued = await take(store)
    assert [each.delivery for each in queued] == deliveries
    assert [(each.attempts, each.handle) for each in queued] == [(0, None)] * 4
    assert len({each.id for each in queued}) == 4


async def test_a_lane_goes_in_order_one_at_a_time(store: Store) -> None:
    await queue(store, to(HELP, "one"), to(HELP, "two"), to(HELP, "three"))
    seen = []
    while queued := await take(store):
        seen.append([each.delivery.subject for each in queued])
        assert await take(store) == []
        await store.outbox.delivered(queued[0], "handle")
    assert seen == [["one"], ["two"], ["three"]]


async def test_lanes_go_at_once(store: Store) -> None:
    lanes = [to(HELP), to(MENTORS), to(THREAD), to(ASKER), to(NADIA), to(HELP, request=OTHER)]
    await queue(store, *lanes, *lanes)
    assert await taken(store) == lanes
    assert await taken(store) == []


async def test_no_more_is_taken_than_asked_oldest_first(store: Store) -> None:
    await queue(store, to(HELP), to(MENTORS), to(THREAD))
    assert await taken(store, limit=2) == [to(HELP), to(MENTORS)]
    assert await taken(store, limit=2) == [to(THREAD)]


async def test_many_workers_take_each_delivery_once(ground: Ground, store: Store) -> None:
    deliveries = [to(ToMentor(MentorId(f"mentor-{n}"))) for n in range(60)]
    await queue(store, *deliveries)
    found = await asyncio.gather(*(taken(each) for each in ground.crew(8)))
    rest = await taken(store, limit=60)
    everything = [delivery for some in [*found, rest] for delivery in some]
    assert sorted(map(str, everything)) == sorted(map(str, deliveries))


async def test_a_lane_keeps_its_order_with_many_workers(ground: Ground, store: Store) -> None:
    subjects = [f"message-{n:02}" for n in range(20)]
    await queue(store, *(to(lane, each) for each in subjects for lane in (HELP, THREAD)))
    made: dict[Recipient, list[str]] = {HELP: [], THREAD: []}

    async def work(worker: Store) -> None:
        while len(made[HELP]) + len(made[THREAD]) < 40:
            for queued in await take(worker):
                made[queued.delivery.recipient].append(queued.delivery.subject)
                await worker.outbox.delivered(queued, None)
            await asyncio.sleep(0)

    await asyncio.gather(*(work(worker) for worker in ground.crew(4)))
    assert made == {HELP: subjects, THREAD: subjects}


# --- leases --------------------------------------------------------------------------


async def test_a_worker_that_dies_gives_its_delivery_back_after_a_minute(store: Store) -> None:
    await queue(store, to(HELP, "one"), to(HELP, "two"))
    first = await take(store)
    assert await take(store, NOW + timedelta(seconds=59)) == []
    assert await take(store, NOW + timedelta(seconds=60)) == first


async def test_a_process_that_is_alone_takes_up_what_a_killed_one_held(
    ground: Ground, store: Store
) -> None:
    await queue(store, to(HELP))
    held = await take(store)
    after_restart = ground.open()
    assert await take(after_restart) == []
    await after_restart.outbox.release_leases()
    assert await take(after_restart) == held


async def test_a_delivery_that_two_workers_made_is_noted_once(store: Store) -> None:
    await queue(store, to(HELP, "one"), to(HELP, "one", view="other"))
    slow = (await take(store))[0]
    fast = (await take(store, NOW + timedelta(minutes=1)))[0]
    await store.outbox.delivered(fast, "fast")
    await store.outbox.delivered(slow, "slow")
    assert [(q.delivery.view, q.handle) for q in await take(store)] == [("other", "fast")]


# --- outcomes ------------------------------------------------------------------------


async def test_a_later_delivery_of_a_subject_changes_the_post_that_is_there(store: Store) -> None:
    await queue(store, to(HELP), to(THREAD), to(NADIA, request=None))
    for number, queued in enumerate(await take(store)):
        await store.outbox.delivered(queued, f"handle-{number}")
    await queue(store, to(HELP), to(THREAD), to(NADIA, request=None), to(MENTORS), to(HELP, "b"))
    handles = [(q.delivery.recipient, q.handle) for q in await take(store)]
    assert handles == [
        (HELP, "handle-0"),
        (THREAD, "handle-1"),
        (NADIA, "handle-2"),
        (MENTORS, None),
    ]


async def test_a_post_that_was_taken_down_is_posted_anew(store: Store) -> None:
    for handle in ("first", None):
        await queue(store, to(HELP))
        await make_all(store, handle)
    await queue(store, to(HELP))
    assert [queued.handle for queued in await take(store)] == [None]


async def test_a_retried_delivery_waits_and_holds_its_lane(store: Store) -> None:
    later = NOW + timedelta(seconds=30)
    await queue(store, to(HELP, "one"), to(HELP, "two"), to(MENTORS))
    first, aside = await take(store)
    await store.outbox.retry(first, later, "busy")
    await store.outbox.delivered(aside, None)
    assert await store.outbox.next_due() == later
    assert await take(store, later - timedelta(microseconds=1)) == []
    again = await take(store, later)
    assert again == [QueuedDelivery(first.id, first.delivery, 1, None)]
    await store.outbox.retry(again[0], later, "busy")
    assert [queued.attempts for queued in await take(store, later)] == [2]


async def test_a_failed_delivery_makes_way(store: Store) -> None:
    await queue(store, to(HELP, "one"), to(HELP, "two"))
    await store.outbox.failed((await take(store))[0], "closed")
    assert await taken(store) == [to(HELP, "two")]


async def test_the_next_delivery_is_due_at_once_or_when_its_lease_ends(store: Store) -> None:
    assert await store.outbox.next_due() is None
    await queue(store, to(HELP))
    due = await store.outbox.next_due()
    assert due is not None
    assert due <= NOW
    await take(store)
    assert await store.outbox.next_due() == NOW + timedelta(minutes=1)


# --- newer ones ----------------------------------------------------------------------


async def test_changes_of_a_post_that_still_wait_become_one(store: Store) -> None:
    await queue(store, to(HELP, kind="first"))
    await make_all(store)
    for kind in ("second", "third", "fourth"):
        await queue(store, to(HELP, kind=kind))
    assert await taken(store) == [to(HELP, kind="fourth")]
    assert await store.outbox.next_due() == NOW + timedelta(minutes=1)
    await make_all(store, at=NOW + timedelta(minutes=1))
    assert await store.outbox.next_due() is None


async def test_a_first_post_is_never_changed_while_it_waits(store: Store) -> None:
    for kind in ("first", "second", "third"):
        await queue(store, to(HELP, kind=kind))
    seen = []
    while queued := await take(store):
        seen.append(queued[0].delivery.arguments["kind"])
        await store.outbox.delivered(queued[0], "handle")
    assert seen == ["first", "third"]


async def test_a_delivery_that_is_being_made_is_followed_by_the_newer_one(store: Store) -> None:
    await queue(store, to(HELP, kind="first"))
    await make_all(store)
    await queue(store, to(HELP, kind="second"))
    in_flight = (await take(store))[0]
    await queue(store, to(HELP, kind="third"))
    await store.outbox.delivered(in_flight, "handle")
    assert await taken(store) == [to(HELP, kind="third")]


async def test_another_view_or_recipient_is_another_delivery(store: Store) -> None:
    await queue(store, to(HELP), to(MENTORS))
    await make_all(store)
    await queue(store, to(HELP), to(HELP, view="news"), to(MENTORS), to(HELP, "other"))
    assert await taken(store) == [to(HELP), to(MENTORS)]


# --- the end of a request ------------------------------------------------------------


async def erase(store: Store) -> None:
    async with store.uow() as unit:
        request = await unit.requests.get(REQUEST)
        request.erase(Role.REQUESTER)
        await unit.requests.save(request)
        await unit.requests.erase(REQUEST)
        await unit.commit()


async def test_an_erased_request_can_still_be_taken_down_from_rooms(store: Store) -> None:
    await queue(store, to(HELP), to(ASKER), to(THREAD))
    await make_all(store)
    await erase(store)
    erased = (await store.outbox.events(100))[-1]
    assert erased.event == e.RequestErased(HERE, REQUEST)
    await store.outbox.fan_out(erased, [to(HELP)])
    queued = await take(store)
    assert [(each.delivery, each.handle) for each in queued] == [(to(HELP), "handle")]


async def test_the_private_posts_of_an_erased_request_are_forgotten(store: Store) -> None:
    await queue(store, to(ASKER), to(THREAD))
    await make_all(store)
    await queue(store, to(ASKER), to(THREAD))
    await erase(store)
    async with store.uow() as unit:
        await unit.requests.add(a_request())
        await unit.commit()
    assert await taken(store) == []
    await store.outbox.fan_out((await store.outbox.events(100))[-1], [to(ASKER), to(THREAD)])
    assert [queued.handle for queued in await take(store)] == [None, None]


async def test_what_is_in_flight_while_a_request_is_erased_leaves_no_private_trace(
    store: Store,
) -> None:
    """The room's post is found again, to be taken down; the thread's leads nowhere."""
    await queue(store, to(HELP), to(THREAD))
    in_flight = await take(store)
    await erase(store)
    for queued in in_flight:
        await store.outbox.delivered(queued, "handle")
    erased = (await store.outbox.events(100))[-1]
    await store.outbox.fan_out(erased, [to(HELP), to(THREAD)])
    found = [(each.delivery.recipient, each.handle) for each in await take(store)]
    assert found == [(HELP, "handle"), (THREAD, None)]


async def test_all_that_shows_or_will_show_a_request_can_be_listed(store: Store) -> None:
    await queue(store, to(HELP), to(ASKER, "own"), to(HELP, "else", request=OTHER))
    await make_all(store)
    await queue(store, to(THREAD, "message"), to(HELP))
    async with store.uow() as unit:
        found = await unit.requests.posts(REQUEST)
    shown = {(HERE, HELP, "card"), (HERE, ASKER, "own"), (HERE, THREAD, "message")}
    assert set(found) == shown
    assert len(found) == 3


async def test_the_handles_of_private_posts_go_with_the_link_to_a_requester(store: Store) -> None:
    await queue(store, to(ASKER), to(THREAD))
    await make_all(store)
    async with store.uow() as unit:
        found = await unit.requests.get(REQUEST)
        found.requester = NOBODY
        await unit.requests.save(found)
        await unit.commit()
    async with store.uow() as unit:
        assert await unit.requests.posts(REQUEST) == [(HERE, THREAD, "card")]
