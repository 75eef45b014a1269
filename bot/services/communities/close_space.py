"""A guild or a workspace removed the bot: nobody there is kept waiting, or asked for anything."""

from dataclasses import replace
from datetime import datetime

from bot.domain.mentor import Mentor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.handing_back import hand_back_all
from bot.services.leaving import end_without_requester


async def close_space(platform: str, space: str, *, uow: UnitOfWork, clock: Clock) -> None:
    """Let go of everything that needs a space that is out of reach; others go on.

    The space keeps its place without channels: when the bot is invited again, it is set
    up anew.
    """
    async with uow:
        community = await uow.communities.at(platform, space)
        if community is None:
            return
        where, now = (platform, space), clock.now()
        for request in await uow.requests.live(community.id):
            if (request.requester.platform, request.requester.space) == where:
                await end_without_requester(uow, request, now)
        for mentor in await uow.mentors.all(community.id):
            await _lose_account(uow, mentor, where, now)
        community.spaces = tuple(
            replace(each, channels={}) if (each.platform, each.id) == where else each
            for each in community.spaces
        )
        await uow.communities.save(community)
        await uow.commit()


async def _lose_account(
    uow: UnitOfWork, mentor: Mentor, where: tuple[str, str], now: datetime
) -> None:
    """Keep a mentor's other account; without any they are a mentor no more."""
    left = tuple(each for each in mentor.addresses if (each.platform, each.space) != where)
    if len(left) == len(mentor.addresses):
        return
    if left:
        mentor.addresses = left
    else:
        await hand_back_all(uow, mentor, now)
        mentor.leave()
    await uow.mentors.save(mentor)
