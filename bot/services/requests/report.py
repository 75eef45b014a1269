"""Ask the moderators to look at a conversation."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.report import Report
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import either_side


async def report(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Report the conversation, from either side."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        mentor = await uow.mentors.at(actor.community, actor.address)
        by = mentor.id if mentor and side is Party.MENTOR else None
        request.report(Report(side, clock.now().date(), by), role)
        await uow.requests.save(request)
        await uow.commit()
    return request
