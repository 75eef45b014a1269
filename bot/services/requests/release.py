"""Give a request back, as its mentor or because its requester would like another one."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.policy import Role
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import held_request, own_request
from bot.services.schedule import begin_search


async def release(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Open the request again because its mentor cannot go on."""
    async with uow:
        request, _ = await held_request(uow, actor, request_id)
        request.release(role=Role.HOLDER, at=clock.now())
        await _search_again(uow, request, clock)
    return request


async def ask_another(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Open the request again for other mentors; no reason is asked."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        request.release(role=Role.REQUESTER, at=clock.now(), reason="another")
        await _search_again(uow, request, clock)
    return request


async def _search_again(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    await uow.requests.save(request)
    community = await uow.communities.get(request.community)
    await begin_search(uow, request, community, clock.now())
    await uow.commit()
