"""Tell the moderators of the week that is over, and expect the next one."""

from bot.domain.ids import CommunityId
from bot.domain.statistics import digest_timer, last_week
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork


async def look_back(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Tell of the last complete week, once, however late it is."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        community = await uow.communities.get(CommunityId(timer.subject))
        community.look_back(last_week(clock.now(), community.time_zone))
        community.forget_joinings(clock.now())
        await uow.communities.save(community)
        await uow.timers.set(digest_timer(community, clock.now()))
        await uow.commit()
