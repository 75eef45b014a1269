"""Take back a claim that was a slip, within a minute."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import held_request
from bot.services.schedule import resume_search


async def undo_claim(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Open the request again where the search for a mentor was."""
    async with uow:
        request, mentor = await held_request(uow, actor, request_id)
        request.undo_claim(mentor.id, at=clock.now())
        await uow.requests.save(request)
        community = await uow.communities.get(request.community)
        await resume_search(uow, request, community, clock.now())
        await uow.commit()
    return request
