"""The journal and the queue on the database: in order in a lane, at once across lanes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import itemgetter

from sqlalchemy import ColumnElement, Select, case, delete, exists, func, or_, select, update

from adapters.store import journal
from adapters.store.engine import Engine
from adapters.store.handles import Handles
from adapters.store.instant import LONG_AGO
from adapters.store.lanes import event_lane
from adapters.store.queue import to_delivery, to_queue
from adapters.store.schema import deliveries, events
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.vault import FileVault
from bot.domain.ids import DeliveryId
from bot.ports.clock import Clock
from bot.ports.outbound import Delivery, JournalledEvent, QueuedDelivery

LEASE = timedelta(minutes=1)
REASON_MAX = 64


class SqlOutbox:
    """Holds events until they were fanned out, and deliveries until they were made."""

    def __init__(self, engine: Engine, vault: FileVault, clock: Clock, turn: Turn | None) -> None:
        self._engine, self._vault, self._clock, self._turn = engine, vault, clock, turn

    async def events(self, limit: int) -> Sequence[JournalledEvent]:
        ready = (events.c.due_at <= self._clock.now(), events.c.parked.is_(False))
        oldest = select(events).where(*ready).order_by(events.c.position).limit(limit)
        async with self._begin() as db:
            return [
                JournalledEvent(row["position"], journal.from_row(row))
                for row in await db.rows(oldest)
            ]

    async def fan_out(self, event: JournalledEvent, deliveries: Sequence[Delivery]) -> None:
        """Queue what an event means, unless another worker does, or an older one comes first."""
        mine = delete(events).where(events.c.position == event.position, ~_has_older(event))
        async with self._begin() as db:
            if await db.write(mine) == 1:
                await to_queue(db, deliveries)
                await db.commit()

    async def set_aside(self, event: JournalledEvent, until: datetime | None) -> None:
        """Try an event again at ``until``, or (None) not before ``retry_parked``."""
        values = {"parked": True} if until is None else {"due_at": until}
        mine = events.c.position == event.position
        async with self._begin() as db:
            await db.write(update(events).where(mine).values(values))
            await db.commit()

    async def retry_parked(self) -> None:
        """Try again what was parked: a newer version may know what to do with it."""
        async with self._begin() as db:
            values = {"parked": False, "due_at": LONG_AGO}
            await db.write(update(events).where(events.c.parked.is_(True)).values(values))
            await db.commit()

    async def release_leases(self) -> None:
        """Give back what a killed process held; only for a process that is alone."""
        async with self._begin() as db:
            await db.write(update(deliveries).values(leased_until=None))
            await db.commit()

    async def take(self, now: datetime, limit: int) -> Sequence[QueuedDelivery]:
        ripe = _ripe(now, limit)
        async with self._begin() as db:
            if await db.row(ripe) is None:  # nothing to write: others need not wait for us
                return ()
            free = ripe.with_for_update(skip_locked=True).cte()  # a CTE is read once
            taken = update(deliveries).where(deliveries.c.position.in_(select(free.c.position)))
            leased = taken.values(leased_until=now + LEASE).returning(*deliveries.c)
            rows = sorted(await db.written(leased), key=itemgetter("position"))
            handles = Handles(db, self._vault)
            queued = [
                QueuedDelivery(
                    DeliveryId(row["id"]),
                    delivery := to_delivery(row),
                    row["attempts"],
                    await handles.of(delivery),
                )
                for row in rows
            ]
            await db.commit()
            return queued

    async def delivered(self, delivery: QueuedDelivery, handle: str | None) -> None:
        async with self._begin() as db:
            if await db.write(delete(deliveries).where(deliveries.c.id == delivery.id)):
                await Handles(db, self._vault).keep(delivery.delivery, handle)
            await db.commit()

    async def retry(self, delivery: QueuedDelivery, at: datetime, reason: str) -> None:
        values = {
            "attempts": delivery.attempts + 1,
            "due_at": at,
            "leased_until": None,
            "reason": reason[:REASON_MAX],
        }
        async with self._begin() as db:
            await db.write(update(deliveries).where(deliveries.c.id == delivery.id).values(values))
            await db.commit()

    async def failed(self, delivery: QueuedDelivery, reason: str) -> None:
        async with self._begin() as db:
            await db.write(delete(deliveries).where(deliveries.c.id == delivery.id))
            await db.commit()

    async def next_due(self) -> datetime | None:
        due_at, leased_until = deliveries.c.due_at, deliveries.c.leased_until
        ready_at = case((leased_until > due_at, leased_until), else_=due_at)
        async with self._begin() as db:
            row = await db.row(select(func.min(ready_at).label("next")).where(_is_head()))
            return row["next"] if row else None

    def _begin(self) -> Transaction:
        return Transaction(self._engine, self._turn, durable=False)


def _has_older(event: JournalledEvent) -> ColumnElement[bool]:
    """Say whether an event of the same lane comes first (one that failed lets others pass)."""
    other = events.alias()
    return exists().where(
        other.c.lane == event_lane(event.event),
        other.c.position < event.position,
        other.c.due_at == LONG_AGO,
        other.c.parked.is_(False),
    )


def _ripe(now: datetime, limit: int) -> Select[tuple[int]]:
    """Find the heads of lanes that can be taken, oldest first."""
    return (
        select(deliveries.c.position)
        .where(_is_head(), deliveries.c.due_at <= now, _is_free(now))
        .order_by(deliveries.c.position)
        .limit(limit)
    )


def _is_head() -> ColumnElement[bool]:
    """Say that nothing in its lane comes before a delivery."""
    before = deliveries.alias()
    return ~exists().where(
        before.c.lane == deliveries.c.lane, before.c.position < deliveries.c.position
    )


def _is_free(now: datetime) -> ColumnElement[bool]:
    return or_(deliveries.c.leased_until.is_(None), deliveries.c.leased_until <= now)
