"""Looks over what an operator can get wrong on Discord: the token, the intents, each server."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord

from adapters.discord.app import DiscordSettings, reach
from adapters.discord.client import intents
from adapters.discord.errors import border
from adapters.discord.premises import DiscordPremises
from bot.domain.community import Space
from bot.domain.premises import Missing

# Discord calls them privileged; an application that has them could read every message.
_PRIVILEGED = {
    "gateway_presence": "Presence",
    "gateway_presence_limited": "Presence",
    "gateway_guild_members": "Server Members",
    "gateway_guild_members_limited": "Server Members",
    "gateway_message_content": "Message Content",
    "gateway_message_content_limited": "Message Content",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """What was found in a server; ``listeners`` are other bots in the mentors' channel.

    ``people`` is how many are there, None when Discord does not say.
    """

    space: Space
    missing: Sequence[Missing]
    listeners: Sequence[str]
    people: int | None


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found; ``needless`` are privileged intents that nobody asked for."""

    name: str
    needless: Sequence[str]
    visits: Sequence[Visit]


async def check_up(settings: DiscordSettings, spaces: Sequence[Space]) -> Checkup:
    """Log in without listening and look at everything.

    Raises ``Undeliverable`` when the token is refused, ``RetryLater`` when nobody answers.
    """
    reach(settings)
    client = discord.Client(intents=intents())
    try:
        with border():
            await client.login(settings.token)
        premises = DiscordPremises(client)
        visits = [await _visit(premises, space) for space in spaces]
        flags = client.application_flags
        needless = {name for flag, name in _PRIVILEGED.items() if getattr(flags, flag)}
        return Checkup(client.user.name if client.user else "", sorted(needless), visits)
    finally:
        await client.close()


async def _visit(premises: DiscordPremises, space: Space) -> Visit:
    missing, listeners = await premises.missing(space), await premises.listeners(space)
    return Visit(space, missing, listeners, await premises.people(space))
