"""Say that somebody is needed faster, or that it can wait."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.policy import Role, State
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request
from bot.services.publishing import make_public
from bot.services.schedule import quicken_search


async def change_urgency(
    actor: Actor, request_id: RequestId, urgency: Urgency, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Change the urgency; the search for a mentor goes on at the new pace.

    What waited out of discretion is public at once when it turns out to be for now.
    """
    async with uow:
        request = await own_request(uow, actor, request_id)
        request.change_urgency(urgency)
        if request.is_scheduled and not request.may_wait:
            await make_public(uow, request, Role.REQUESTER, clock.now())
        elif request.state is State.OPEN:
            community = await uow.communities.get(actor.community)
            await quicken_search(uow, request, community, clock.now())
        await uow.requests.save(request)
        await uow.commit()
    return request
