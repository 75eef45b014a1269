"""What a server lets us do in the channels that its moderators chose."""

from collections.abc import Mapping, Sequence

import discord

from bot.domain.community import Channel, Space
from bot.domain.premises import Lack, Missing

_EVERYWHERE = ("view_channel", "send_messages", "attach_files")
# Mentors talk with a requester in a private thread, which the bot opens and fills.
_NEEDED: Mapping[Channel, Sequence[str]] = {
    Channel.HELP: ("view_channel", "send_messages"),
    Channel.MENTORS: (
        *_EVERYWHERE,
        "create_private_threads",
        "send_messages_in_threads",
        "manage_threads",
    ),
    Channel.MODERATORS: _EVERYWHERE,
}


class DiscordPremises:
    """Reads what the gateway told of a server: its channels, its roles and our own."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def missing(self, space: Space) -> Sequence[Missing]:
        """Return what stands in the way, channel by channel; empty when all is well."""
        guild = self._client.get_guild(int(space.id))
        if guild is None or guild.me is None:
            return [Missing(channel, Lack.GONE) for channel in space.channels]
        # Conversations are threads of the mentors' channel: without one there are none.
        channels = {Channel.MENTORS: "", **space.channels}
        found = [_missing(guild, purpose, where) for purpose, where in channels.items()]
        return [each for each in found if each is not None]


def _missing(guild: discord.Guild, purpose: Channel, where: str) -> Missing | None:
    channel = guild.get_channel(int(where)) if where.isdecimal() else None
    if channel is None or not channel.permissions_for(guild.me).view_channel:
        return Missing(purpose, Lack.GONE)
    ours = channel.permissions_for(guild.me)
    lacking = tuple(name.replace("_", "-") for name in _NEEDED[purpose] if not getattr(ours, name))
    if lacking:
        return Missing(purpose, Lack.FORBIDDEN, lacking)
    everybody = channel.permissions_for(guild.default_role)
    is_open = purpose is not Channel.HELP and everybody.view_channel
    return Missing(purpose, Lack.PUBLIC) if is_open else None
