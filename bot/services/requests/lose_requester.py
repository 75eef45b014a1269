"""Whoever asked is gone: the mentor is told, and nobody waits for an answer any more."""

from contextlib import suppress
from datetime import datetime

from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.leaving import end_without_requester


async def lose_requester(request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> None:
    """End the request of somebody whom their platform says is no longer there."""
    async with uow:
        with suppress(NotFound):
            request: Request = await uow.requests.get(request_id)
            now: datetime = clock.now()
            await end_without_requester(uow, request, now)
            await uow.commit()
