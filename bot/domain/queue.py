"""The order in which those who wait should be served: urgency first, then age."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency

_RANKS = {urgency: rank for rank, urgency in enumerate(Urgency)}


def waiting(requests: Iterable[Request]) -> Sequence[Request]:
    """Return the open requests, the most urgent first and the oldest of them before."""
    return sorted((r for r in requests if r.state is State.OPEN), key=_place)


def oldest(requests: Iterable[Request]) -> Request | None:
    """Return the request that waits the longest for a mentor."""
    opened = [r for r in requests if r.state is State.OPEN and r.published_at]
    return min(opened, key=lambda r: (r.published_at, r.id), default=None)


def _place(request: Request) -> tuple[int, float, str]:
    at: datetime | None = request.published_at
    return _RANKS[request.urgency], at.timestamp() if at else 0.0, request.id
