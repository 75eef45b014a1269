"""Publish a discreet request when its random delay has passed."""

from bot.domain.ids import RequestId
from bot.domain.policy import Role, State
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.publishing import make_public


async def publish_later(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Publish the request of ``timer`` unless it was withdrawn meanwhile."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.DRAFT:
            await make_public(uow, request, Role.CLOCK, clock.now())
            await uow.requests.save(request)
        await uow.commit()
