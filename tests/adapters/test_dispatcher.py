"""The dispatcher: everything is said once, in order, however the platforms behave."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from adapters.dispatcher import AT_ONCE, DELIVERY_TRIES, EVENT_TRIES, Dispatcher
from adapters.store.memory.outbox import MemoryOutbox
from adapters.store.memory.store import MemoryStore
from bot.domain.community import Channel
from bot.domain.errors import Conflict, RetryLater, Undeliverable
from bot.domain.events import Event, RequestChanged
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.people import Address
from bot.domain.policy import State
from bot.domain.request import Request
from bot.ports.outbound import Delivery, JournalledEvent, Post, Recipient, Target, ToMentor, ToRoom
from bot.ui.screen import Bubble, Mark
from tests.fakes.clock import FakeClock
from tests.fakes.messenger import FakeMessenger

HERE, REQUEST = CommunityId("here"), RequestId("request")
HELP = ToRoom(0, Channel.HELP)
TARGET = Target("web", "space", "room", channel="help")


def bubble(text: str) -> Bubble:
    return Bubble("Nadia", text)


@dataclass
class Stage:
    """A dispatcher whose core is a table: what each event means, what each delivery shows."""

    clock: FakeClock = field(default_factory=FakeClock)
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    web: FakeMessenger = field(default_factory=FakeMessenger)
    means: dict[str, list[Delivery]] = field(default_factory=dict)
    reacted: list[str] = field(default_factory=list)
    reacting: Callable[[Event], None] = lambda event: None
    drawing: Callable[[Delivery], Post | None] = lambda delivery: Post(
        TARGET, bubble(delivery.arguments.get("text", delivery.subject))
    )
    settling: list[Exception] = field(default_factory=list)
    settled: list[tuple[str, str, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.store = MemoryStore(clock=self.clock, bells=[self.bell])
        self.start()

    def start(self) -> None:
        self.dispatcher = Dispatcher(
            self.store.outbox,
            react=self.react,
            draw=self.draw,
            settle=self.settle,
            messengers={"web": self.web},
            clock=self.clock,
            bell=self.bell,
            random=lambda: 0.5,
            poll=timedelta(milliseconds=5),
        )

    async def react(self, journalled: JournalledEvent) -> list[Delivery]:
        event = journalled.event
        assert isinstance(event, RequestChanged)
        self.reacted.append(event.request)
        self.reacting(event)
        return self.means.get(event.request, [])

    async def draw(self, delivery: Delivery) -> Post | None:
        return self.drawing(delivery)

    async def settle(self, delivery: Delivery, outcome: str, reason: str) -> None:
        if self.settling:
            raise self.settling.pop()
        self.settled.append((delivery.subject, outcome, reason))

    async def happens(self, *deliveries: Delivery, request: str = REQUEST) -> None:
        """Commit an event that means these deliveries."""
        self.means[request] = list(deliveries)
        async with self.store.uow() as unit:
            if request not in {each.id for each in await unit.requests.live(HERE)}:
                await unit.requests.add(a_request(request))
            found = await unit.requests.get(RequestId(request))
            found.add_details("plus")
            await unit.requests.save(found)
            await unit.commit()

    async def say(self, *deliveries: Delivery) -> None:
        await self.happens(*deliveries)
        await self.dispatcher.drain()


def a_request(name: str) -> Request:
    asker, day = Address("web", "space", "lea"), FakeClock().now().date()
    return Request(RequestId(name), HERE, asker, "fr", day, "texte", state=State.OPEN)


def to(recipient: Recipient = HELP, subject: str = "card", **arguments: str) -> Delivery:
    return Delivery(HERE, recipient, "request-card", subject, REQUEST, arguments)


@pytest.fixture
def stage() -> Stage:
    return Stage()


# --- saying --------------------------------------------------------------------------


async def test_what_happened_is_shown_and_settled(stage: Stage) -> None:
    await stage.say(to())
    assert stage.web.said == [("post-0", bubble("card"))]
    assert stage.settled == [("card", "delivered", "")]


async def test_a_post_changes_in_its_place(stage: Stage) -> None:
    await stage.say(to(text="open"))
    await stage.say(to(text="claimed"))
    assert stage.web.said == [("post-0", bubble("open")), ("post-0", bubble("claimed"))]


async def test_a_view_that_draws_nothing_takes_the_post_down(stage: Stage) -> None:
    await stage.say(to())
    stage.drawing = lambda delivery: Post(TARGET, None)
    await stage.say(to())
    assert stage.web.shown == {}
    await stage.say(to())
    assert stage.web.said == [("post-0", bubble("card")), ("post-0", None)]


async def test_a_mark_goes_on_the_message_that_it_is_about(stage: Stage) -> None:
    stage.drawing = lambda delivery: Post(TARGET, Mark.DELIVERED, origin="origin")
    await stage.say(to())
    await stage.say(to())
    assert stage.web.marks == [("origin", Mark.DELIVERED)] * 2


async def test_what_nobody_is_left_to_see_failed(stage: Stage) -> None:
    stage.drawing = lambda delivery: None
    await stage.say(to())
    assert stage.web.said == []
    assert stage.settled == [("card", "failed", "gone")]


async def test_a_lane_is_said_in_order(stage: Stage) -> None:
    subjects = [f"message-{number}" for number in range(9)]
    stage.web.faults.extend([None, RetryLater("busy", timedelta(0)), None])
    await stage.say(*(to(subject=subject) for subject in subjects))
    assert [drawing for _, drawing in stage.web.said] == [bubble(each) for each in subjects]


async def test_lanes_are_said_at_once(stage: Stage) -> None:
    stage.web.gate = asyncio.Event()
    lanes = [to(ToMentor(MentorId(f"mentor-{number}"))) for number in range(AT_ONCE + 8)]
    await stage.happens(*lanes)
    saying = asyncio.create_task(stage.dispatcher.drain())
    while stage.web.waiting < AT_ONCE:
        await asyncio.sleep(0)
    stage.web.gate.set()
    await saying
    assert len(stage.web.shown) == AT_ONCE + 8


# --- platforms that fail -------------------------------------------------------------


async def test_a_platform_that_is_busy_is_asked_again_when_it_said(stage: Stage) -> None:
    stage.web.faults.append(RetryLater("busy", timedelta(seconds=30)))
    await stage.say(to())
    stage.clock.advance(seconds=29.9)
    await stage.dispatcher.drain()
    assert (stage.web.said, stage.settled) == ([], [("card", "waiting", "busy")])
    stage.clock.advance(seconds=0.1)
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]


async def test_pauses_grow_up_to_a_quarter_of_an_hour(stage: Stage) -> None:
    pauses = []
    stage.web.faults.extend(RetryLater("away") for _ in range(12))
    await stage.say(to())
    while (due := await stage.store.outbox.next_due()) is not None:
        pauses.append((due - stage.clock.now()).total_seconds())
        stage.clock.advance(seconds=pauses[-1])
        await stage.dispatcher.drain()
    assert pauses == [1.5, 3, 6, 12, 24, 48, 96, 192, 384, 768, 900, 900]
    assert stage.settled == [("card", "waiting", "away"), ("card", "delivered", "")]


async def test_what_can_never_be_delivered_is_said_to_have_failed(stage: Stage) -> None:
    stage.web.faults.append(Undeliverable("closed"))
    with capture_logs() as logs:
        await stage.say(to(), to(subject="next"))
    assert stage.settled == [("card", "failed", "closed"), ("next", "delivered", "")]
    assert [(log["event"], log["view"]) for log in logs] == [("delivery-failed", "request-card")]


async def test_a_post_that_somebody_removed_is_taken_down_already(stage: Stage) -> None:
    await stage.say(to())
    stage.drawing = lambda delivery: Post(TARGET, None)
    stage.web.faults.append(Undeliverable("gone"))
    await stage.say(to())
    assert stage.settled[-1] == ("card", "delivered", "")


async def test_a_post_that_cannot_be_taken_down_is_a_failure(stage: Stage) -> None:
    await stage.say(to())
    stage.drawing = lambda delivery: Post(TARGET, None)
    stage.web.faults.append(Undeliverable("refused"))
    await stage.say(to())
    assert stage.settled[-1] == ("card", "failed", "refused")


async def test_a_platform_that_is_not_there_is_waited_for(stage: Stage) -> None:
    stage.drawing = lambda delivery: Post(Target("slack", "team", "room"), bubble("card"))
    await stage.say(to())
    for _ in range(DELIVERY_TRIES + 5):
        stage.clock.advance(minutes=15)
        await stage.dispatcher.drain()
    assert stage.settled == [("card", "waiting", "no-messenger")]
    assert await stage.store.outbox.next_due() is not None


# --- faults of our own ---------------------------------------------------------------


async def test_an_unforeseen_error_is_logged_without_words_and_tried_again(stage: Stage) -> None:
    stage.web.faults.append(ValueError("Boulangerie Zed"))
    with capture_logs() as logs:
        await stage.say(to())
    stage.clock.advance(minutes=1)
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]
    assert [(log["event"], log.get("error")) for log in logs] == [
        ("unforeseen", "ValueError"),
        ("delivery-retried", None),
    ]
    assert "Zed" not in str(logs)


async def test_an_error_that_never_ends_makes_way_in_the_end(stage: Stage) -> None:
    stage.web.faults.extend(ValueError() for _ in range(DELIVERY_TRIES))
    await stage.say(to(), to(subject="next"))
    for _ in range(DELIVERY_TRIES):
        stage.clock.advance(minutes=15)
        await stage.dispatcher.drain()
    card = [("card", "waiting", "fault"), ("card", "failed", "fault")]
    assert stage.settled == [*card, ("next", "delivered", "")]


async def test_settling_is_tried_again_when_somebody_saved_first(stage: Stage) -> None:
    stage.settling = [Conflict(), Conflict()]
    await stage.say(to())
    assert stage.web.said == [("post-0", bubble("card"))]
    assert stage.settled == [("card", "delivered", "")]


async def test_what_died_before_it_was_noted_is_shown_once(stage: Stage) -> None:
    """The platform knows the key of the delivery from the first time."""
    stage.settling = [ValueError()]
    await stage.say(to())
    stage.clock.advance(minutes=1)
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]
    assert stage.settled == [("card", "waiting", "fault"), ("card", "delivered", "")]


async def test_what_cannot_be_said_to_wait_is_tried_again_all_the_same(stage: Stage) -> None:
    stage.settling = [ValueError()]
    stage.web.faults.append(RetryLater("away"))
    with capture_logs() as logs:
        await stage.say(to())
    assert [log["event"] for log in logs] == ["unforeseen", "delivery-retried"]
    stage.clock.advance(minutes=1)
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]
    assert stage.settled == [("card", "delivered", "")]


async def test_a_reaction_that_fails_lets_others_pass_and_is_tried_again(stage: Stage) -> None:
    def fail_at_first(event: Event) -> None:
        if stage.reacted.count("request") == 1 and stage.reacted[-1] == "request":
            raise KeyError("texte")

    stage.reacting = fail_at_first
    await stage.happens(to())
    await stage.happens(to(subject="other"), request="other")
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("other"))]
    stage.clock.advance(minutes=1)
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("other")), ("post-1", bubble("card"))]


async def test_a_reaction_that_never_works_is_parked_until_the_next_start(stage: Stage) -> None:
    def fail(event: Event) -> None:
        raise KeyError("texte")

    stage.reacting = fail
    with capture_logs() as logs:
        await stage.say(to())
        for _ in range(EVENT_TRIES + 5):
            stage.clock.advance(minutes=15)
            await stage.dispatcher.drain()
    assert len(stage.reacted) == EVENT_TRIES
    assert [log["event"] for log in logs] == ["unforeseen"] * EVENT_TRIES + ["event-parked"]
    assert "texte" not in str(logs)
    stage.reacting = lambda event: None
    await stage.store.outbox.retry_parked()
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]


# --- its life ------------------------------------------------------------------------


async def test_a_commit_wakes_it(stage: Stage) -> None:
    running = asyncio.create_task(stage.dispatcher.run())
    await stage.happens(to())
    while not stage.settled:
        await asyncio.sleep(0)
    stage.dispatcher.stop()
    await running
    assert stage.web.said == [("post-0", bubble("card"))]


async def test_stopping_finishes_what_is_in_flight_and_begins_nothing(stage: Stage) -> None:
    stage.web.gate = asyncio.Event()
    running = asyncio.create_task(stage.dispatcher.run())
    await stage.happens(to(), to(subject="next"))
    while not stage.web.waiting:
        await asyncio.sleep(0)
    stage.dispatcher.stop()
    stage.web.gate.set()
    await running
    assert stage.settled == [("card", "delivered", "")]


async def test_being_cancelled_cancels_what_is_in_flight(stage: Stage) -> None:
    stage.web.gate = asyncio.Event()
    running = asyncio.create_task(stage.dispatcher.run())
    await stage.happens(to())
    while not stage.web.waiting:
        await asyncio.sleep(0)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert (stage.web.said, stage.settled) == ([], [])
    stage.web.gate.set()
    await stage.store.outbox.release_leases()
    await stage.dispatcher.drain()
    assert stage.web.said == [("post-0", bubble("card"))]


class ShakyOutbox(MemoryOutbox):
    """An outbox that is away at the first look."""

    looks = 0

    async def events(self, limit: int) -> Sequence[JournalledEvent]:
        self.looks += 1
        if self.looks == 1:
            raise OSError("disk")
        return await super().events(limit)


async def test_a_store_that_is_away_does_not_end_it(stage: Stage) -> None:
    stage.store.outbox = ShakyOutbox(stage.store.shared, stage.clock)
    stage.start()
    running = asyncio.create_task(stage.dispatcher.run())
    await stage.happens(to())
    while not stage.settled:
        await asyncio.sleep(0)
    stage.dispatcher.stop()
    await running
    assert stage.web.said == [("post-0", bubble("card"))]
