"""Counts what is stored, without opening any of it."""

from datetime import timedelta

from sqlalchemy import func, select

from adapters.store.schema import deliveries, events, requests, timers
from adapters.store.transaction import Transaction
from bot.ports.census import Census
from bot.ports.clock import Clock


async def count(db: Transaction, clock: Clock) -> Census:
    """Return how much there is of what."""
    size = func.count().label("size")
    states = await db.rows(select(requests.c.state, size).group_by(requests.c.state))
    head = func.min(deliveries.c.position).label("head")
    queue = (await db.rows(select(size, head).select_from(deliveries)))[0]
    parked = await db.rows(select(size).select_from(events).where(events.c.parked.is_(True)))
    due = await db.row(select(timers.c.due_at).order_by(timers.c.due_at).limit(1))
    late = clock.now() - due["due_at"] if due else timedelta(0)
    return Census(
        requests={row["state"]: row["size"] for row in states},
        waiting=queue["size"],
        head=queue["head"],
        parked=parked[0]["size"],
        late=max(late, timedelta(0)),
    )
