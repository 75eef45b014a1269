"""Stop being a mentor: what one held goes back to the others."""

from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.domain.policy import Role
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor
from bot.services.schedule import begin_search


async def leave(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> Mentor:
    """Leave, and release every request that was held."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        community = await uow.communities.get(actor.community)
        for request in await uow.requests.held_by(mentor.id):
            if request.mentor == mentor.id:
                request.release(role=Role.CLOCK, at=clock.now(), reason="left")
                await begin_search(uow, request, community, clock.now())
            else:
                request.co_mentors = tuple(m for m in request.co_mentors if m != mentor.id)
            await uow.requests.save(request)
        mentor.leave()
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor
