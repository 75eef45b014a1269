"""Set by which clock a community lives, and where its moderators can be written to."""

from bot.domain.community import Community
from bot.domain.limits import LINE_MAX
from bot.domain.people import Actor
from bot.domain.statistics import digest_timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.answers import clean, is_time_zone, require


async def set_local(
    actor: Actor, *, time_zone: str, contact: str, uow: UnitOfWork, clock: Clock
) -> Community:
    """Set both; the next digest comes by the new clock."""
    require_moderator(actor)
    too_long = "fault-too-long" if len(contact) > LINE_MAX else None
    require(time_zone=None if is_time_zone(time_zone) else "fault-time-zone", contact=too_long)
    async with uow:
        community = await uow.communities.get(actor.community)
        community.time_zone, community.contact = time_zone, clean(contact)
        await uow.communities.save(community)
        await uow.timers.set(digest_timer(community, clock.now()))
        await uow.commit()
    return community
