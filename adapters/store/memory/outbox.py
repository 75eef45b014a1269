"""The journal and the queue in memory."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from adapters.store.lanes import event_lane, lane_of
from adapters.store.memory.tables import (
    KeptDelivery,
    KeptEvent,
    KeptPost,
    MemoryWork,
    PostKey,
    Shared,
    Tables,
)
from bot.domain.ids import DeliveryId, new_id
from bot.ports.clock import Clock
from bot.ports.outbound import Delivery, JournalledEvent, QueuedDelivery, ToRoom

LEASE = timedelta(minutes=1)
_LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


class MemoryOutbox:
    """Holds events until they were fanned out, and deliveries until they were made."""

    def __init__(self, shared: Shared, clock: Clock) -> None:
        self._shared, self._clock = shared, clock

    async def events(self, limit: int) -> Sequence[JournalledEvent]:
        now = self._clock.now()
        ready = [
            JournalledEvent(position, kept.event)
            for position, kept in self._shared.tables.events.items()
            if not kept.parked and (kept.due_at or now) <= now
        ]
        return ready[:limit]

    async def fan_out(self, event: JournalledEvent, deliveries: Sequence[Delivery]) -> bool:
        """Queue what an event means, unless that was done, or an older one comes first."""
        async with self._writing() as t:
            if event.position not in t.events or _has_older(t, event):
                return False
            del t.events[event.position]
            for delivery in deliveries:
                if not _joined(t, delivery):
                    kept = KeptDelivery(DeliveryId(new_id()), delivery)
                    t.deliveries[t.next()] = kept
        return True

    async def set_aside(self, event: JournalledEvent, until: datetime | None) -> None:
        """Try an event again at ``until``, or (None) not before ``retry_parked``."""
        async with self._writing() as t:
            kept = KeptEvent(event.event, until, parked=until is None)
            if event.position in t.events:
                t.events[event.position] = kept

    async def retry_parked(self) -> None:
        """Try again what was parked."""
        async with self._writing() as t:
            t.events = {
                position: KeptEvent(kept.event) if kept.parked else kept
                for position, kept in t.events.items()
            }

    async def release_leases(self) -> None:
        """Give back what a killed process held."""
        async with self._writing() as t:
            t.deliveries = {k: replace(v, leased_until=None) for k, v in t.deliveries.items()}

    async def take(self, now: datetime, limit: int) -> Sequence[QueuedDelivery]:
        async with self._writing() as t:
            ripe = [each for each in _heads(t).items() if _ready_at(each[1]) <= now][:limit]
            for number, kept in ripe:
                t.deliveries[number] = replace(kept, leased_until=now + LEASE)
            return [
                QueuedDelivery(kept.id, kept.delivery, kept.attempts, _handle(t, kept.delivery))
                for _, kept in ripe
            ]

    async def delivered(self, delivery: QueuedDelivery, handle: str | None) -> None:
        async with self._writing() as t:
            if _removed(t, delivery):
                key = _post_key(delivery.delivery)
                t.posts.pop(key, None)
                if handle is not None and _may_keep(t, delivery.delivery):
                    t.posts[key] = KeptPost(handle, delivery.delivery)

    async def retry(self, delivery: QueuedDelivery, at: datetime, reason: str) -> None:
        async with self._writing() as t:
            for number, kept in t.deliveries.items():
                if kept.id == delivery.id:
                    again = KeptDelivery(kept.id, kept.delivery, delivery.attempts + 1, at)
                    t.deliveries[number] = again

    async def failed(self, delivery: QueuedDelivery, reason: str) -> None:
        async with self._writing() as t:
            _removed(t, delivery)

    async def next_due(self) -> datetime | None:
        return min(map(_ready_at, _heads(self._shared.tables).values()), default=None)

    def _writing(self) -> AbstractAsyncContextManager[Tables]:
        return MemoryWork(self._shared).alone()


def _has_older(t: Tables, event: JournalledEvent) -> bool:
    """Say whether an event of the same lane comes first (one that failed lets others pass)."""
    return any(
        position < event.position
        and event_lane(kept.event) == event_lane(event.event)
        and kept.due_at is None
        and not kept.parked
        for position, kept in t.events.items()
    )


def _joined(t: Tables, delivery: Delivery) -> bool:
    """Let one that waits do the work of a newer one, unless it is a first post."""
    same = (lane_of(delivery), delivery.subject, delivery.view)
    waiting = [
        number
        for number, kept in t.deliveries.items()
        if (lane_of(kept.delivery), kept.delivery.subject, kept.delivery.view) == same
    ]
    if not waiting or (len(waiting) == 1 and _post_key(delivery) not in t.posts):
        return False
    last = t.deliveries[waiting[-1]]
    if last.leased_until is not None:
        return False
    t.deliveries[waiting[-1]] = replace(last, delivery=delivery)
    return True


def _heads(t: Tables) -> dict[int, KeptDelivery]:
    """Return the first delivery of each lane."""
    first: dict[str, int] = {}
    for number, kept in t.deliveries.items():
        first.setdefault(lane_of(kept.delivery), number)
    return {number: t.deliveries[number] for number in first.values()}


def _ready_at(kept: KeptDelivery) -> datetime:
    return max(kept.due_at or _LONG_AGO, kept.leased_until or _LONG_AGO)


def _post_key(delivery: Delivery) -> PostKey:
    return delivery.community, delivery.recipient, delivery.subject


def _handle(t: Tables, delivery: Delivery) -> str | None:
    post = t.posts.get(_post_key(delivery))
    return post.handle if post else None


def _may_keep(t: Tables, delivery: Delivery) -> bool:
    """Say whether the request is still there, or the post outlives it."""
    gone = delivery.request is not None and delivery.request not in t.requests
    return not gone or isinstance(delivery.recipient, ToRoom)


def _removed(t: Tables, delivery: QueuedDelivery) -> bool:
    left = {k: v for k, v in t.deliveries.items() if v.id != delivery.id}
    was_there = len(left) < len(t.deliveries)
    t.deliveries = left
    return was_there
