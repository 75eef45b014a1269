"""What the doctor says of how many people a community has: few cannot hide among each other."""

import asyncio
from collections.abc import Iterator, Sequence

from bot.cli.checks import Finding
from bot.cli.store import open_store
from bot.domain.community import Community
from bot.domain.premises import CROWD, crowd, is_small
from bot.settings import Settings

# How many people were counted, by platform and space; each platform's check adds its own.
Counted = dict[tuple[str, str], int | None]


def crowds(settings: Settings, counted: Counted) -> Iterator[Finding]:
    """Say of each community that was counted everywhere whether it is too small."""
    if not counted:
        return
    for community in asyncio.run(_communities(settings)):
        people = crowd([counted.get(space.where) for space in community.homes])
        if people is not None:
            yield _found(community, people)


def _found(community: Community, people: int) -> Finding:
    name = f"people of {community.name}"
    if not is_small(people):
        return Finding(name, "ok", f"{CROWD} or more can write")
    found = f"fewer than {CROWD} can write: a style or a detail is enough to tell who asks"
    return Finding(name, "warn", found, "Tell them so before they ask, or link another space.")


async def _communities(settings: Settings) -> Sequence[Community]:
    async with open_store(settings) as store, store.uow() as uow:
        return await uow.communities.all()
