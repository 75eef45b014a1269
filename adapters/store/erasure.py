"""What erasing a request removes: everything but the way to take its public posts down."""

from collections.abc import Sequence

from sqlalchemy import Select, delete, not_, select, update
from sqlalchemy.sql.dml import UpdateBase

from adapters.store.lanes import ROOM, recipient_to_text
from adapters.store.schema import (
    bans,
    deliveries,
    drafts,
    judgments,
    kept,
    messages,
    pictures,
    posts,
    requests,
    timers,
)
from bot.domain.ids import RequestId
from bot.ports.outbound import ToRequester
from bot.ports.vault import WrappedKey

_WORDS = (messages, pictures, drafts)


def of_words(request: RequestId) -> Sequence[UpdateBase]:
    """Return the statements that destroy what was said."""
    return tuple(delete(table).where(table.c.request == request) for table in _WORDS)


def of_link(request: RequestId) -> Sequence[UpdateBase]:
    """Return the statements that destroy what leads to a requester beside their address.

    A private post's handle names a conversation with them, and so does what their
    platform's adapter keeps about the request.
    """
    return (
        delete(posts).where(posts.c.recipient == recipient_to_text(ToRequester(request))),
        delete(kept).where(kept.c.request == request),
    )


def of_block(identity_key: WrappedKey) -> UpdateBase:
    """Return the statement that forgets which request a block was for; the block stays."""
    same = bans.c.identity_key == identity_key
    return update(bans).where(same).values(request=None, identity_key=None)


def of(request: RequestId) -> Sequence[UpdateBase]:
    """Return the statements that erase a request.

    Messages, pictures, drafts and holders go with its row (cascade), and everything sealed
    with its key. What is queued for rooms stays: without the request it draws nothing, and
    so takes down what is there; the handles it needs are sealed with the standing key.
    """
    return (
        delete(deliveries).where(
            deliveries.c.request == request, not_(deliveries.c.recipient.startswith(ROOM))
        ),
        delete(posts).where(posts.c.request == request, not_(posts.c.recipient.startswith(ROOM))),
        delete(kept).where(kept.c.request == request),
        delete(timers).where(timers.c.subject == request),
        update(bans)
        .where(bans.c.identity_key.in_(_identity_key(request)))
        .values(request=None, identity_key=None),
        update(judgments).where(judgments.c.request == request).values(request=None),
        delete(requests).where(requests.c.id == request),
    )


def _identity_key(request: RequestId) -> Select[tuple[bytes]]:
    known = (requests.c.id == request, requests.c.identity_key.is_not(None))
    return select(requests.c.identity_key).where(*known)
