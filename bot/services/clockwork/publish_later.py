"""Publish a discreet request when its random delay has passed."""

from bot.domain.ids import RequestId
from bot.domain.policy import Role, State
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.schedule import begin_search


async def publish_later(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Publish the request of ``timer`` unless it was withdrawn meanwhile."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.DRAFT:
            request.publish(at=clock.now(), role=Role.CLOCK)
            await uow.requests.save(request)
            community = await uow.communities.get(request.community)
            await begin_search(uow, request, community, clock.now())
        await uow.commit()
