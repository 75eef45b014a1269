"""Who stands before us: every use case starts by asking this, at the moment of the act."""

from datetime import datetime

from bot.domain.block import last_day
from bot.domain.errors import NotAllowed, NotFound
from bot.domain.ids import MentorId, RequestId
from bot.domain.mentor import Mentor, Standing
from bot.domain.people import Actor, Party
from bot.domain.policy import Role, State
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.answers import clean


async def request_here(uow: UnitOfWork, actor: Actor, request: RequestId) -> Request:
    """Return a request of the actor's community; others do not exist for them."""
    found = await uow.requests.get(request)
    if found.community != actor.community or found.state is State.ERASED:
        raise NotFound
    return found


async def offered_request(uow: UnitOfWork, actor: Actor, request: RequestId) -> Request:
    """Return a request of the actor's community, or one that a partner offers to its mentors."""
    found = await uow.requests.get(request)
    if actor.community not in found.helpers or found.state is State.ERASED:
        raise NotFound
    return found


async def own_request(uow: UnitOfWork, actor: Actor, request: RequestId) -> Request:
    """Return a request that the actor made."""
    found = await request_here(uow, actor, request)
    if found.requester != actor.address:
        raise NotFound
    return found


async def request_of_receipt(uow: UnitOfWork, actor: Actor, receipt: str) -> Request:
    """Return the request whose author was given this code, whoever types it."""
    code = "".join(clean(receipt).upper().split())
    found = await uow.requests.by_receipt(actor.community, code)
    if found is None:
        raise NotFound("refusal-unknown-receipt")
    return found


async def approved_mentor(uow: UnitOfWork, actor: Actor) -> Mentor:
    """Return the actor as a mentor whom the moderators approved."""
    mentor = await uow.mentors.at(actor.community, actor.address)
    if mentor is None:
        raise NotAllowed("refusal-not-a-mentor")
    mentor.require_approved()
    return mentor


async def held_request(uow: UnitOfWork, actor: Actor, request: RequestId) -> tuple[Request, Mentor]:
    """Return a request that the actor helps with as a mentor."""
    mentor = await approved_mentor(uow, actor)
    found = await offered_request(uow, actor, request)
    if mentor.id not in found.mentors:
        raise NotAllowed("refusal-not-yours")
    return found, mentor


async def either_side(
    uow: UnitOfWork, actor: Actor, request: RequestId
) -> tuple[Request, Party, Role]:
    """Return a request with the side on which the actor stands."""
    found = await offered_request(uow, actor, request)
    if found.requester == actor.address and found.community == actor.community:
        return found, Party.REQUESTER, Role.REQUESTER
    mentor = await uow.mentors.at(actor.community, actor.address)
    if mentor is None or mentor.standing is not Standing.APPROVED:
        raise NotFound
    if mentor.id not in found.mentors:
        if not found.is_public:
            raise NotFound
        raise NotAllowed("refusal-not-yours")  # every mentor knows that it exists
    return found, Party.MENTOR, Role.HOLDER


async def require_not_blocked(uow: UnitOfWork, actor: Actor, now: datetime) -> None:
    """Raise, with the last day and whom to turn to, when the moderators blocked the actor."""
    until = await uow.blocks.until(actor.community, actor.address, now)
    if until is None:
        return
    community = await uow.communities.get(actor.community)
    day = last_day(until, community.time_zone)
    name = f"{community.name} ({community.contact})" if community.contact else community.name
    if day is None:
        raise NotAllowed("refusal-blocked", community=name)
    raise NotAllowed("refusal-blocked-until", community=name, day=day.isoformat())


async def may_be_asked_in(uow: UnitOfWork, request: Request, other: Mentor, now: datetime) -> bool:
    """Say whether nothing keeps the other mentor from this request; never why."""
    if other.community not in request.helpers or other.is_at(request.requester):
        return False
    parted = await uow.blocks.parted(request.community, request.requester, [other.id], now)
    return other.id not in request.avoided and other.id not in parted


async def mentor_for(uow: UnitOfWork, request: Request, named: MentorId, now: datetime) -> Mentor:
    """Return the mentor whom another one names for a request, if they may be asked."""
    found = await uow.mentors.get(named)
    found.require_approved()
    if not await may_be_asked_in(uow, request, found, now):
        raise NotAllowed("refusal-cannot-take-it")
    return found


def require_moderator(actor: Actor) -> None:
    """Raise unless the platform says that the actor moderates the community."""
    if not actor.is_moderator:
        raise NotAllowed("refusal-not-a-moderator")
