"""Ask the moderators to look at a conversation."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.access import either_side


async def report(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> Request:
    """Report the conversation, from either side."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.report(side, role)
        await uow.requests.save(request)
        await uow.commit()
    return request
