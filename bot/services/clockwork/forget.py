"""Forget who asked, then what was said."""

from contextlib import suppress

from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.domain.people import NOBODY
from bot.domain.timers import Timer
from bot.ports.store import UnitOfWork


async def forget_requester(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy the link between a request that ended and whoever made it."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        with suppress(NotFound):  # erased by its author meanwhile
            request = await uow.requests.get(RequestId(timer.subject))
            request.requester = NOBODY
            await uow.requests.save(request)
        await uow.commit()


async def forget_everything(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy a request that ended long enough ago, with its key and conversation."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        await uow.requests.erase(RequestId(timer.subject))
        await uow.commit()
