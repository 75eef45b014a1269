"""Deliveries as rows, and how a newer one takes the place of one that still waits."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, and_, insert, select, update

from adapters.store.lanes import lane_of, recipient_from_text, recipient_to_text
from adapters.store.schema import deliveries, posts
from adapters.store.transaction import Transaction
from bot.domain.ids import CommunityId, new_id
from bot.ports.outbound import Delivery


def to_delivery(row: RowMapping) -> Delivery:
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
    rows = [_to_row(each) for each in queued if not await _joined(db, each)]
    if rows:
        await db.write(insert(deliveries), *rows)


async def _joined(db: Transaction, delivery: Delivery) -> bool:
    """Let one that waits do the work of a newer one: it is drawn from what is true then.

    The first post of a subject never changes: what follows may depend on its outcome.
    """
    waiting = await db.rows(
        select(deliveries.c.id, deliveries.c.leased_until)
        .where(_same(delivery))
        .order_by(deliveries.c.position)
    )
    if not waiting or (len(waiting) == 1 and not await _is_posted(db, delivery)):
        return False
    last = (deliveries.c.id == waiting[-1]["id"], deliveries.c.leased_until.is_(None))
    arguments = json.dumps(dict(delivery.arguments))
    return await db.write(update(deliveries).where(*last).values(arguments=arguments)) == 1


async def _is_posted(db: Transaction, delivery: Delivery) -> bool:
    there = select(posts.c.subject).where(
        posts.c.community == delivery.community,
        posts.c.recipient == recipient_to_text(delivery.recipient),
        posts.c.subject == delivery.subject,
    )
    return await db.row(there) is not None


def _same(delivery: Delivery) -> ColumnElement[bool]:
    return and_(
        deliveries.c.lane == lane_of(delivery),
        deliveries.c.subject == delivery.subject,
        deliveries.c.view == delivery.view,
    )
