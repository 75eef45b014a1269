"""Let go of a mentor who lost the role that their space asks for: as one who left."""

from bot.domain.errors import NotAllowed
from bot.domain.mentor import Standing
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
    async with units() as uow:
        await dismiss(uow, await uow.mentors.get(mentor.id), clock.now())
        await uow.commit()
    raise NotAllowed("refusal-role-lost")


async def require_may_mentor(actor: Actor, *, uow: UnitOfWork, books: Books) -> None:
    """Raise where a space asks its mentors for a role that the actor does not bear."""
    async with uow:
        community = await uow.communities.get(actor.community)
    if await may_mentor(community, actor.address, books) is not True:
        raise NotAllowed("refusal-role-needed")
