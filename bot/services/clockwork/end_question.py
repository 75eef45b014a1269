"""End the question whether a space may join, when no moderator answered in time."""

from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork


async def end_question(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Leave the community as it is, so that both sides are told."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        community = await uow.communities.get(timer.community)
        community.leave_unanswered(timer.subject, clock.now())
        await uow.communities.save(community)
        await uow.commit()
