"""Stop waiting: a draft that was forgotten, a request that nobody could take."""

from bot.domain.ids import RequestId
from bot.domain.policy import State
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.schedule import begin_forgetting, stop


async def give_up(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Let a forgotten draft or a request that nobody could take expire."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state in (State.DRAFT, State.OPEN):
            was_draft = request.state is State.DRAFT
            request.expire(at=clock.now())
            await uow.requests.save(request)
            community = await uow.communities.get(request.community)
            await begin_forgetting(uow, request, community, clock.now())
            if was_draft:
                await stop(uow, request)
                await uow.requests.erase(request.id)
        await uow.commit()
