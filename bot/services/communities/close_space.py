"""A guild or a workspace removed the bot: nobody there is kept waiting, or asked for anything."""

from dataclasses import replace

from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.leaving import end_without_requester, lose_accounts


async def close_space(platform: str, space: str, *, uow: UnitOfWork, clock: Clock) -> None:
    """Let go of everything that needs a space that is out of reach; others go on.

    The space keeps its place without channels: when the bot is invited again, it is set
    up anew.
    """
    async with uow:
        community = await uow.communities.at(platform, space)
        home = community.space(platform, space) if community else None
        if community is None or home is None:
            return
        now = clock.now()
        for request in await uow.requests.live(community.id):
            if (request.requester.platform, request.requester.space) == home.where:
                await end_without_requester(uow, request, now)
        await lose_accounts(uow, community, home, now)
        community.move_in(replace(home, channels={}))
        await uow.communities.save(community)
        await uow.commit()
