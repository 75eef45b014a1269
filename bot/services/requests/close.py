"""End a conversation: one side proposes, the other agrees or would rather go on."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import either_side
from bot.services.crediting import credit
from bot.services.schedule import begin_forgetting, listen


async def propose_close(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Propose to end it; it ends at once when the other side had proposed it too."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.propose_close(side, role, at=clock.now())
        await _settle(uow, request, clock)
    return request


async def confirm_close(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Agree that it is over."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.confirm_close(side, role, at=clock.now())
        await _settle(uow, request, clock)
    return request


async def keep_open(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Say that it is not over."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.keep_open(side, role)
        community = await uow.communities.get(request.community)
        await uow.requests.save(request)
        await listen(uow, request, community, clock.now())
        await uow.commit()
    return request


async def _settle(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    if request.has_ended:
        await credit(uow, request)
    await uow.requests.save(request)
    if request.has_ended:
        community = await uow.communities.get(request.community)
        await begin_forgetting(uow, request, community, clock.now())
    await uow.commit()
