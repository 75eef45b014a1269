"""Pass a request to another mentor, who accepts or not."""

from bot.domain.ids import MentorId, RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor, held_request, mentor_for, offered_request
from bot.services.schedule import begin_conversation


async def offer(
    actor: Actor, request_id: RequestId, to: MentorId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Propose the request to another mentor of the community."""
    async with uow:
        request, mentor = await held_request(uow, actor, request_id)
        other = await mentor_for(uow, request, to, clock.now())
        request.offer(mentor.id, other.id)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def accept(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Take over what another mentor offered."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        request = await offered_request(uow, actor, request_id)
        request.accept(mentor.id, at=clock.now())
        await uow.requests.save(request)
        community = await uow.communities.get(request.community)
        await begin_conversation(uow, request, community, clock.now())
        await uow.commit()
    return request


async def decline(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> Request:
    """Leave the request with the mentor who offered it."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        request = await offered_request(uow, actor, request_id)
        request.decline(mentor.id)
        await uow.requests.save(request)
        await uow.commit()
    return request
