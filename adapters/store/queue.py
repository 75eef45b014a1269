"""Deliveries as rows, and how a newer one takes the place of one that still waits."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from adapters.store.lanes import lane_of, recipient_from_text, recipient_to_text
from adapters.store.once import Row, once
from adapters.store.schema import deliveries, posts
from adapters.store.transaction import Transaction
from bot.domain.ids import CommunityId, new_id
from bot.ports.outbound import Delivery

_ADD = once(insert(deliveries))
_WAITING = once(
    select(deliveries.c.id, deliveries.c.leased_until)
    .where(
        deliveries.c.lane == bindparam("lane"),
        deliveries.c.subject == bindparam("subject"),
        deliveries.c.view == bindparam("view"),
    )
    .order_by(deliveries.c.position)
)
_POSTED = once(
    select(posts.c.subject).where(
        posts.c.community == bindparam("community"),
        posts.c.recipient == bindparam("recipient"),
        posts.c.subject == bindparam("subject"),
    )
)


def to_delivery(row: Row) -> Delivery:
    """Return the delivery that a row holds."""
    return Delivery(
        CommunityId(row["community"]),
        recipient_from_text(row["recipient"]),
        row["view"],
        row["subject"],
        row["request"],
        json.loads(row["arguments"]),
    )


def _to_row(delivery: Delivery) -> Mapping[str, Any]:
    return {
        "id": new_id(),
        "community": delivery.community,
        "lane": lane_of(delivery),
        "recipient": recipient_to_text(delivery.recipient),
        "subject": delivery.subject,
        "view": delivery.view,
        "request": delivery.request,
        "arguments": json.dumps(dict(delivery.arguments)),
    }


async def to_queue(db: Transaction, queued: Sequence[Delivery]) -> None:
    """Queue deliveries, each at the end of its lane."""
    rows = [row for row in map(_to_row, queued) if not await _joined(db, row)]
    if rows:
        await db.write(_ADD, *rows)


async def _joined(db: Transaction, row: Mapping[str, Any]) -> bool:
    """Let one that waits do the work of a newer one: it is drawn from what is true then.

    The first post of a subject never changes: what follows may depend on its outcome.
    """
    waiting = await db.rows(_WAITING, **{name: row[name] for name in ("lane", "subject", "view")})
    if not waiting or (len(waiting) == 1 and not await _is_posted(db, row)):
        return False
    last = (deliveries.c.id == waiting[-1]["id"], deliveries.c.leased_until.is_(None))
    newer = update(deliveries).where(*last).values(arguments=row["arguments"])
    return await db.write(newer) == 1


async def _is_posted(db: Transaction, row: Mapping[str, Any]) -> bool:
    place = {name: row[name] for name in ("community", "recipient", "subject")}
    return await db.row(_POSTED, **place) is not None
