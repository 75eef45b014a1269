"""Speaks after saving: fans events out, then makes deliveries, in order in each lane.

At least once: what was in flight when a process died is made again, with the same key.
"""

import asyncio
import traceback
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Literal, Protocol, TypeVar

import structlog

from bot.domain.errors import Conflict, RetryLater, Undeliverable
from bot.ports.clock import Clock
from bot.ports.outbound import (
    Delivery,
    Emptied,
    JournalledEvent,
    Messenger,
    Outbox,
    Post,
    QueuedDelivery,
)
from bot.ui.screen import Mark

AT_ONCE = 32  # deliveries
EVENTS_AT_ONCE = 100
EVENT_TRIES = 5  # then it is parked until the next start
DELIVERY_TRIES = 20  # of unforeseen errors, about three hours; platforms may be away for longer
SETTLE_TRIES = 12
DELIVERY_TIMEOUT_S = 45  # well within the minute of a lease
SHORTEST, LONGEST = timedelta(seconds=1), timedelta(minutes=15)
NAP = timedelta(milliseconds=50)

T = TypeVar("T")

Outcome = Literal["waiting", "delivered", "failed"]
React = Callable[[JournalledEvent], Awaitable[Sequence[Delivery]]]
Draw = Callable[[Delivery], Awaitable[Post | None]]
Settle = Callable[[Delivery, Outcome, str], Awaitable[None]]


class DispatchedOutbox(Outbox, Protocol):
    """An outbox that can also set an event aside for a while, or (None) until a restart."""

    async def set_aside(self, event: JournalledEvent, until: datetime | None) -> None: ...


class Dispatcher:
    """Brings what happened to the people whom it concerns.

    ``bell`` is set by the store after each commit; ``random`` draws from 0 to 1.
    """

    def __init__(
        self,
        outbox: DispatchedOutbox,
        *,
        react: React,
        draw: Draw,
        settle: Settle,
        messengers: Mapping[str, Messenger],
        clock: Clock,
        bell: asyncio.Event,
        random: Callable[[], float],
        poll: timedelta = timedelta(seconds=2),
    ) -> None:
        self._outbox, self._messengers = outbox, messengers
        self._react, self._draw, self._settle = react, draw, settle
        self._clock, self._bell, self._random, self._poll = clock, bell, random, poll
        self._log = structlog.get_logger()
        self._tries: Counter[int] = Counter()
        self._running: set[asyncio.Task[None]] = set()
        self._stopping = False

    async def run(self) -> None:
        """Work until ``stop``; what is in flight then is finished."""
        try:
            while not self._stopping:
                self._bell.clear()
                if not await self._guarded(self._step()):
                    await self._rest()
        except asyncio.CancelledError:
            for task in self._running:
                task.cancel()
            raise
        finally:
            await self._finish()

    def stop(self) -> None:
        """Begin nothing new."""
        self._stopping = True
        self._bell.set()

    async def drain(self) -> None:
        """Work until nothing is due; what waits for later stays."""
        while await self._step() or self._running:
            await self._finish()

    async def _step(self) -> bool:
        """Fan out and begin what is due; say whether more may be due already."""
        events = await self._outbox.events(EVENTS_AT_ONCE)
        declined = [event for event in events if not await self._fan_out(event)]
        free = AT_ONCE - len(self._running)
        taken = await self._outbox.take(self._clock.now(), free) if free else ()
        for queued in taken:
            task = asyncio.create_task(self._deliver(queued))
            self._running.add(task)
            task.add_done_callback(self._done)
        is_full = len(events) == EVENTS_AT_ONCE or (free > 0 and len(taken) == free)
        return is_full or bool(declined)

    async def _rest(self) -> None:
        """Sleep until a commit, the end of a delivery, or the next one that is due."""
        pause = self._poll
        if len(self._running) < AT_ONCE and not self._bell.is_set():
            due = await self._guarded(self._outbox.next_due())
            pause = min(pause, max(due - self._clock.now(), NAP)) if due else pause
        with suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await self._bell.wait()

    async def _finish(self) -> None:
        if self._running:
            await asyncio.wait(self._running)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        self._bell.set()

    async def _fan_out(self, event: JournalledEvent) -> bool:
        """Turn an event into deliveries; False when another worker is faster, or comes first."""
        done = await self._guarded(self._react_to(event), position=event.position)
        if done is not None:
            self._tries.pop(event.position, None)
            return done
        self._tries[event.position] += 1
        tries = self._tries[event.position]
        parked = tries >= EVENT_TRIES
        until = None if parked else self._clock.now() + self._back_off(tries)
        await self._outbox.set_aside(event, until)
        if parked:
            del self._tries[event.position]
            self._log.error("event-parked", position=event.position)
        return True

    async def _react_to(self, event: JournalledEvent) -> bool:
        return await self._outbox.fan_out(event, await self._react(event))

    async def _deliver(self, queued: QueuedDelivery) -> None:
        """Make one delivery; whatever happens, it is settled, or tried again later."""
        if not await self._guarded(self._attempt(queued), delivery=queued.id):
            await self._guarded(self._after_fault(queued), delivery=queued.id)

    async def _attempt(self, queued: QueuedDelivery) -> bool:
        try:
            async with asyncio.timeout(DELIVERY_TIMEOUT_S):
                handle = await self._show(queued)
        except RetryLater as later:
            await self._retry(queued, later.reason, later.after)
        except Undeliverable as never:
            await self._give_up(queued, never.reason)
        else:
            await self._settled(queued.delivery, "delivered", "")
            await self._outbox.delivered(queued, handle)
        return True

    async def _after_fault(self, queued: QueuedDelivery) -> bool:
        if queued.attempts + 1 < DELIVERY_TRIES:
            await self._retry(queued, "fault", None)
        else:
            await self._give_up(queued, "fault")
        return True

    async def _show(self, queued: QueuedDelivery) -> str | None:
        """Bring what people see to what is true now; return the handle of what is there."""
        post = await self._draw(queued.delivery)
        if post is None:
            raise Undeliverable("gone")
        messenger = self._messengers.get(post.target.platform)
        if messenger is None:
            raise RetryLater("no-messenger")
        drawing, handle = post.drawing, queued.handle
        if isinstance(drawing, Mark):
            await messenger.mark(post.target, post.origin, drawing)
            return None
        if isinstance(drawing, Emptied):
            await messenger.empty(post.target)
            return None
        if drawing is None:
            await _taken_down(messenger, post, handle)
            return None
        if handle is None:
            return await messenger.post(post.target, drawing, key=queued.id)
        await messenger.edit(post.target, handle, drawing)
        return handle

    async def _retry(self, queued: QueuedDelivery, reason: str, after: timedelta | None) -> None:
        """Try again later; not being able to say so must not keep it from being tried."""
        if queued.attempts == 0:
            waits = self._settled(queued.delivery, "waiting", reason)
            await self._guarded(waits, delivery=queued.id)
        pause = after if after is not None else self._back_off(queued.attempts)
        await self._outbox.retry(queued, self._clock.now() + pause, reason)
        self._log.info("delivery-retried", delivery=queued.id, attempts=queued.attempts + 1)

    async def _give_up(self, queued: QueuedDelivery, reason: str) -> None:
        await self._settled(queued.delivery, "failed", reason)
        await self._outbox.failed(queued, reason)
        self._log.warning("delivery-failed", delivery=queued.id, view=queued.delivery.view)

    async def _settled(self, delivery: Delivery, outcome: Outcome, reason: str) -> None:
        """Tell the core before the queue forgets: what dies in between is done again."""
        for _ in range(SETTLE_TRIES - 1):
            with suppress(Conflict):
                await self._settle(delivery, outcome, reason)
                return
        await self._settle(delivery, outcome, reason)

    def _back_off(self, attempts: int) -> timedelta:
        """Return twice as long each time, with jitter, so that not all come back at once."""
        longer = SHORTEST * float(2 ** min(attempts, 10))
        return min(LONGEST, longer * (1 + self._random()))

    async def _guarded(self, work: Awaitable[T], **ids: str | int) -> T | None:
        """Do it, or log what nobody foresaw (types and ids, never words) and return None."""
        try:
            return await work
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{where.name}:{where.lineno}"
            self._log.error("unforeseen", error=type(error).__name__, where=place, **ids)
            return None


async def _taken_down(messenger: Messenger, post: Post, handle: str | None) -> None:
    """Remove what is there; what somebody else removed before is as good."""
    if handle is None:
        return
    try:
        await messenger.remove(post.target, handle)
    except Undeliverable as never:
        if never.reason != "gone":
            raise
