"""Take a request back, or ask again later on the same matter."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.policy import State
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request, request_of_receipt, require_not_blocked
from bot.services.schedule import begin_forgetting, begin_search, stop


async def withdraw(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Withdraw a request; what was never public is destroyed at once."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        await _withdraw(uow, request, clock)
        await uow.commit()
    return request


async def withdraw_by_receipt(
    actor: Actor, receipt: str, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Withdraw a request from any account, with the code that its author was given."""
    async with uow:
        request = await request_of_receipt(uow, actor, receipt)
        await _withdraw(uow, request, clock)
        await uow.commit()
    return request


async def _withdraw(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    was_draft = request.state is State.DRAFT
    request.withdraw(at=clock.now())
    await uow.requests.save(request)
    community = await uow.communities.get(request.community)
    await begin_forgetting(uow, request, community, clock.now())
    if was_draft:
        await stop(uow, request)
        await uow.requests.erase(request.id)


async def reopen(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Ask the mentors again."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        await require_not_blocked(uow, actor, clock.now())
        request.reopen(at=clock.now())
        await uow.requests.save(request)
        community = await uow.communities.get(actor.community)
        await begin_search(uow, request, community, clock.now())
        await uow.commit()
    return request
