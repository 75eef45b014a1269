"""Forget who asked, then what was said."""

from bot.domain.ids import RequestId
from bot.domain.timers import Timer
from bot.ports.store import UnitOfWork


async def forget(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy a request that ended long enough ago, with its key and conversation."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        await uow.requests.erase(RequestId(timer.subject))
        await uow.commit()
