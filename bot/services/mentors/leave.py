"""Stop being a mentor: what one held goes to a co-mentor, or back to the others."""

from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor
from bot.services.handing_back import dismiss


async def leave(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> Mentor:
    """Leave, and let go of every request that was held."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        await dismiss(uow, mentor, clock.now())
        await uow.commit()
    return mentor
