"""Ask the moderators to look, and let them block an author without knowing who it is."""

from datetime import timedelta

from bot.domain.errors import TooLate
from bot.domain.ids import RequestId
from bot.domain.people import NOBODY, Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import either_side, request_here, require_moderator

BLOCK_FOR = timedelta(days=30)


async def report(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> Request:
    """Report the conversation, from either side."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.report(side, role)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def block_author(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Block whoever made the request for a month; nobody learns who it is."""
    require_moderator(actor)
    async with uow:
        request = await request_here(uow, actor, request_id)
        if request.requester == NOBODY:
            raise TooLate("refusal-author-forgotten")
        request.block_author()
        await uow.blocks.block(request.community, request.requester, clock.now() + BLOCK_FOR)
        await uow.requests.save(request)
        await uow.commit()
    return request
