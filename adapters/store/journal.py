"""Events as rows: every event of the domain by its name, in the order of the commits."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import insert

from adapters.store.codec import decode, encode
from adapters.store.lanes import event_lane
from adapters.store.once import once
from adapters.store.schema import events
from adapters.store.transaction import Transaction
from bot.domain import events as domain
from bot.domain import space_events
from bot.domain.events import Event, RequestEvent

EVENTS: Mapping[str, type[Event]] = {
    name: kind
    for name, kind in (*vars(domain).items(), *vars(space_events).items())
    if isinstance(kind, type) and issubclass(kind, Event) and kind not in (Event, RequestEvent)
}

_ADD = once(insert(events))


def to_row(event: Event) -> Mapping[str, Any]:
    """Return the columns of an event."""
    name = type(event).__name__
    return {"lane": event_lane(event), "name": name, "body": encode(event).decode()}


def from_row(row: Mapping[Any, Any]) -> Event:
    """Return the event that a row holds."""
    return decode(EVENTS[row["name"]], row["body"])


async def write_down(db: Transaction, told: Sequence[Event]) -> None:
    """Add events to the journal."""
    if told:
        await db.write(_ADD, *map(to_row, told))
