"""Approve or decline a volunteer."""

from bot.domain.errors import NotFound
from bot.domain.ids import MentorId
from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.handing_back import hand_back_all


async def decide(
    actor: Actor, mentor_id: MentorId, *, approved: bool, uow: UnitOfWork, clock: Clock
) -> Mentor:
    """Decide as a moderator; it can be changed later: what was held then goes to others."""
    require_moderator(actor)
    async with uow:
        mentor = await uow.mentors.get(mentor_id)
        if mentor.community != actor.community:
            raise NotFound
        mentor.decide(approved=approved)
        if not approved:
            await hand_back_all(uow, mentor, clock.now())
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor
