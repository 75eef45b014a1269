"""What the doctor looks at on Discord: the token, the intents, and each server."""

import asyncio
from collections.abc import Iterator, Sequence

from adapters.discord.checkup import Checkup, Visit, check_up
from adapters.discord.places import PLATFORM
from bot.bootstrap.platforms import discord_settings
from bot.cli.checks import Finding
from bot.cli.crowd_checks import Counted
from bot.cli.store import open_store
from bot.domain.community import Space
from bot.domain.errors import RetryLater, Undeliverable
from bot.settings import Settings
from bot.ui.setting_up import lack
from bot.wording import load

_LOGIN = "Discord token"


def discord(settings: Settings, counted: Counted) -> Iterator[Finding]:
    """Say whether the token works, and what stands in the way in each server; count people."""
    if settings.discord_token is None:
        return
    try:
        checkup = asyncio.run(_checked(settings))
        counted.update({visit.space.where: visit.people for visit in checkup.visits})
        yield from _found(checkup)
    except Undeliverable:
        advice = "Reset it at https://discord.com/developers/applications, under Bot."
        yield Finding(_LOGIN, "fail", "Discord refuses it", advice)
    except RetryLater:
        advice = "Check the network, and ENTRAIDE_DISCORD_API_BASE if it is set."
        yield Finding(_LOGIN, "fail", "Discord does not answer", advice)


async def _checked(settings: Settings) -> Checkup:
    return await check_up(discord_settings(settings), await _spaces(settings))


async def _spaces(settings: Settings) -> Sequence[Space]:
    file = settings.database_file
    if file and not file.exists():
        return []
    async with open_store(settings) as store, store.uow() as uow:
        communities = await uow.communities.all()
    spaces = [space for community in communities for space in community.homes]
    return [space for space in spaces if space.platform == PLATFORM]


def _found(checkup: Checkup) -> Iterator[Finding]:
    yield Finding(_LOGIN, "ok", f"{checkup.name} can log in")
    if checkup.needless:
        found = f"{', '.join(checkup.needless)}: on, and not needed"
        advice = "Turn them off at https://discord.com/developers/applications, under Bot."
        yield Finding("Discord intents", "warn", found, advice)
    else:
        yield Finding("Discord intents", "ok", "none that is privileged")
    if not checkup.visits:
        advice = "entraide discord invite prints the link; then type /entraide in the server."
        yield Finding("Discord servers", "warn", "no community lives on one yet", advice)
    for visit in checkup.visits:
        yield from _visited(visit)


def _visited(visit: Visit) -> Iterator[Finding]:
    name = f"Discord server {visit.space.id}"
    advice = "Channel settings → Permissions; /entraide in the server checks again."
    say = load()["en"]
    for each in visit.missing:
        yield Finding(name, "fail", lack(say, each), advice)
    if visit.listeners:
        found = f"other bots read the mentors’ channel: {', '.join(visit.listeners)}"
        ask = "Take them out of it: they may keep what is deleted later."
        yield Finding(name, "warn", found, ask)
    if not visit.missing and not visit.listeners:
        yield Finding(name, "ok", "channels and permissions are well")
