"""Take a request: of any number of clicks, one wins."""

from datetime import datetime

from bot.domain.errors import NotAllowed, Refusal
from bot.domain.ids import RequestId
from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor, offered_request
from bot.services.schedule import begin_conversation


async def claim(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Give the request to the mentor who clicked; raises ``AlreadyClaimed`` with the winner.

    The save is conditional on the version that was read: a slower click gets ``Conflict``,
    reads again, and is told who was faster.
    """
    async with uow:
        mentor = await approved_mentor(uow, actor)
        request = await offered_request(uow, actor, request_id)
        await _check_may_take(uow, mentor, request, clock.now())
        holder = await uow.mentors.get(request.mentor) if request.mentor else mentor
        request.claim(mentor.id, mentor_name=holder.name, at=clock.now())
        await uow.requests.save(request)
        community = await uow.communities.get(request.community)
        await begin_conversation(uow, request, community, clock.now())
        await uow.commit()
    return request


async def _check_may_take(uow: UnitOfWork, mentor: Mentor, request: Request, now: datetime) -> None:
    if mentor.is_at(request.requester):
        raise NotAllowed("refusal-own-request")
    parted = await uow.blocks.parted(request.community, request.requester, [mentor.id], now)
    if mentor.id in (*request.avoided, *parted):
        raise NotAllowed("refusal-avoided")
    held = await uow.requests.held_by(mentor.id)
    if request.mentor is None and len(held) >= mentor.profile.capacity:
        raise Refusal("refusal-at-capacity", count=len(held))
