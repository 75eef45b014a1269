"""What erasing a request removes: everything but the way to take its public posts down."""

from collections.abc import Sequence

from sqlalchemy import delete, not_, update
from sqlalchemy.sql.dml import UpdateBase

from adapters.store.lanes import ROOM
from adapters.store.schema import deliveries, judgments, kept, posts, requests, timers
from bot.domain.ids import RequestId


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
        update(judgments).where(judgments.c.request == request).values(request=None),
        delete(requests).where(requests.c.id == request),
    )
