"""Hear of no new request for a while, or come back."""

from datetime import timedelta

from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor


async def rest(actor: Actor, length: timedelta | None, *, uow: UnitOfWork, clock: Clock) -> Mentor:
    """Pause for ``length``; None ends the pause."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        mentor.pause(clock.now() + length if length else None)
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor
