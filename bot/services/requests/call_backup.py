"""Ask for a second mentor, and be one."""

from bot.domain.errors import NotAllowed
from bot.domain.ids import MentorId, RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import (
    approved_mentor,
    held_request,
    may_be_asked_in,
    mentor_for,
    offered_request,
)


async def call_backup(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> Request:
    """Call a second mentor at once."""
    async with uow:
        request, mentor = await held_request(uow, actor, request_id)
        request.call_backup(mentor.id)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def invite(
    actor: Actor, request_id: RequestId, to: MentorId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Ask one mentor by name to join."""
    async with uow:
        request, mentor = await held_request(uow, actor, request_id)
        other = await mentor_for(uow, request, to, clock.now())
        request.call_backup(mentor.id, other.id)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def join(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Join a conversation as a second mentor."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        request = await offered_request(uow, actor, request_id)
        if mentor.is_at(request.requester):
            raise NotAllowed("refusal-own-request")
        if not await may_be_asked_in(uow, request, mentor, clock.now()):
            raise NotAllowed("refusal-avoided")
        request.join(mentor.id)
        await uow.requests.save(request)
        await uow.commit()
    return request
