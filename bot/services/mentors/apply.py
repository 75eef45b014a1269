"""Offer to help, or change one's profile."""

from bot.domain.ids import MentorId, new_id
from bot.domain.mentor import Mentor, Profile
from bot.domain.people import Actor
from bot.ports.store import UnitOfWork


async def apply(actor: Actor, profile: Profile, *, uow: UnitOfWork) -> Mentor:
    """Save the profile; a moderator approves newcomers."""
    async with uow:
        mentor = await uow.mentors.at(actor.community, actor.address)
        if mentor is None:
            mentor = _newcomer(actor, profile)
            await uow.mentors.add(mentor)
        mentor.profile, mentor.language = profile, actor.language
        mentor.apply()
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor


def _newcomer(actor: Actor, profile: Profile) -> Mentor:
    return Mentor(MentorId(new_id()), actor.community, (actor.address,), actor.language, profile)
