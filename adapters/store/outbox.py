"""The journal and the queue on the database: in order in a lane, at once across lanes."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from operator import itemgetter

from sqlalchemy import ColumnElement, bindparam, case, delete, exists, func, or_, select, update

from adapters.store import journal
from adapters.store.engine import Engine
from adapters.store.handles import Handles
from adapters.store.instant import LONG_AGO
from adapters.store.lanes import event_lane
from adapters.store.once import once
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


def _is_head() -> ColumnElement[bool]:
    """Say that nothing in its lane comes before a delivery."""
    before = deliveries.alias()
    return ~exists().where(
        before.c.lane == deliveries.c.lane, before.c.position < deliveries.c.position
    )


def _has_older() -> ColumnElement[bool]:
    """Say whether an event of the same lane comes first (one that failed lets others pass)."""
    other = events.alias()
    return exists().where(
        other.c.lane == bindparam("same_lane"),
        other.c.position < bindparam("place"),
        other.c.due_at == LONG_AGO,
        other.c.parked.is_(False),
    )


_READY = once(
    select(events)
    .where(events.c.due_at <= bindparam("now"), events.c.parked.is_(False))
    .order_by(events.c.position)
    .limit(bindparam("limit"))
)
_TAKE_EVENT = once(delete(events).where(events.c.position == bindparam("place"), ~_has_older()))
# The heads of lanes that can be taken, oldest first.
_RIPE = once(
    select(deliveries.c.position)
    .where(
        _is_head(),
        deliveries.c.due_at <= bindparam("now"),
        or_(deliveries.c.leased_until.is_(None), deliveries.c.leased_until <= bindparam("now")),
    )
    .order_by(deliveries.c.position)
    .limit(bindparam("limit"))
)
_FREE = _RIPE.with_for_update(skip_locked=True).cte()  # a CTE is read once
_TAKE = once(
    update(deliveries)
    .where(deliveries.c.position.in_(select(_FREE.c.position)))
    .values(leased_until=bindparam("until"))
    .returning(*deliveries.c)
)
_FORGET = once(delete(deliveries).where(deliveries.c.id == bindparam("number")))
_NEXT_DUE = once(
    select(
        func.min(
            case(
                (deliveries.c.leased_until > deliveries.c.due_at, deliveries.c.leased_until),
                else_=deliveries.c.due_at,
            )
        ).label("next")
    ).where(_is_head())
)


class SqlOutbox:
    """Holds events until they were fanned out, and deliveries until they were made."""

    def __init__(self, engine: Engine, vault: FileVault, clock: Clock, turn: Turn | None) -> None:
        self._engine, self._vault, self._clock, self._turn = engine, vault, clock, turn

    async def events(self, limit: int) -> Sequence[JournalledEvent]:
        async with self._begin() as db:
            return [
                JournalledEvent(row["position"], journal.from_row(row))
                for row in await db.rows(_READY, now=self._clock.now(), limit=limit)
            ]

    async def fan_out(self, event: JournalledEvent, deliveries: Sequence[Delivery]) -> bool:
        """Queue what an event means, unless another worker does, or an older one comes first."""
        lane = event_lane(event.event)
        async with self._begin() as db:
            if await db.write(_TAKE_EVENT, place=event.position, same_lane=lane) != 1:
                return False
            await to_queue(db, deliveries)
            await db.commit()
            return True

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
        async with self._begin() as db:
            if await db.row(_RIPE, now=now, limit=1) is None:  # others need not wait for us
                return ()
            taken = await db.written(_TAKE, now=now, limit=limit, until=now + LEASE)
            rows = sorted(taken, key=itemgetter("position"))
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
            if await db.write(_FORGET, number=delivery.id):
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
            await db.write(_FORGET, number=delivery.id)
            await db.commit()

    async def next_due(self) -> datetime | None:
        async with self._begin() as db:
            row = await db.row(_NEXT_DUE)
            return row["next"] if row else None

    def _begin(self) -> Transaction:
        return Transaction(self._engine, self._turn, durable=False)
