"""Hear of no new request for a while, or come back."""

from datetime import UTC, datetime

from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor


async def rest(actor: Actor, until: datetime | None, *, uow: UnitOfWork) -> Mentor:
    """Pause until an instant; None ends the pause."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        mentor.pause(until.astimezone(UTC) if until else None)
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor
