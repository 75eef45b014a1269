"""Let go of a mentor who lost the role that their space asks for: as one who left."""

from bot.domain.errors import NotAllowed
from bot.domain.ids import RequestId
from bot.domain.mentor import Mentor, Standing
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork, UnitOfWorkFactory
from bot.services.entitlement import Books, has_lost_role, may_mentor
from bot.services.handing_back import dismiss


async def require_still_mentor(
    actor: Actor, *, units: UnitOfWorkFactory, books: Books, clock: Clock
) -> None:
    """Raise for a mentor who lost the role, after everything that they held was passed on."""
    async with units() as uow:
        mentor = await uow.mentors.at(actor.community, actor.address)
        community = await uow.communities.get(actor.community)
    if mentor is None or mentor.standing is not Standing.APPROVED:
        return
    if not await has_lost_role(community, mentor, books):
        return
    await _let_go(mentor, units, clock)
    raise NotAllowed("refusal-role-lost")


async def require_entitled(
    actor: Actor, request_id: RequestId, *, units: UnitOfWorkFactory, books: Books, clock: Clock
) -> None:
    """Let go of whoever helps with a request and lost the role, before words reach them.

    Raises when it is the actor, or when nobody is left to read them. Where no space asks for
    a role, this costs next to nothing.
    """
    if not books:
        return
    async with units() as uow:
        request = await uow.requests.get(request_id)
        homes = {each: await uow.communities.get(each) for each in request.helpers}
        if not any(space.mentor_role for home in homes.values() for space in home.homes):
            return
        helpers = [await uow.mentors.get(each) for each in request.mentors]
    lost = [m for m in helpers if await has_lost_role(homes[m.community], m, books)]
    for mentor in lost:
        await _let_go(mentor, units, clock)
    if any(actor.address in mentor.addresses for mentor in lost):
        raise NotAllowed("refusal-role-lost")
    if lost and len(lost) == len(helpers):
        raise NotAllowed("refusal-nobody-reads")


async def _let_go(mentor: Mentor, units: UnitOfWorkFactory, clock: Clock) -> None:
    async with units() as uow:
        await dismiss(uow, await uow.mentors.get(mentor.id), clock.now())
        await uow.commit()


async def require_may_mentor(actor: Actor, *, uow: UnitOfWork, books: Books) -> None:
    """Raise where a space asks its mentors for a role that the actor does not bear."""
    async with uow:
        community = await uow.communities.get(actor.community)
    if await may_mentor(community, actor.address, books) is not True:
        raise NotAllowed("refusal-role-needed")
