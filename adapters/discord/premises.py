"""What a server lets us do in the channels that its moderators chose, and who else listens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import discord

from adapters.discord.errors import border
from bot.domain.community import Channel, Space
from bot.domain.errors import DeliveryError, Undeliverable
from bot.domain.premises import Lack, Missing

_POSTS = ("view_channel", "send_messages")
# Mentors talk with a requester in a private thread, which the bot opens, fills and marks.
_NEEDED: Mapping[Channel, Sequence[str]] = {
    Channel.HELP: _POSTS,
    Channel.MENTORS: (
        *_POSTS,
        "attach_files",
        "create_private_threads",
        "send_messages_in_threads",
        "add_reactions",
        "read_message_history",
    ),
    Channel.MODERATORS: (*_POSTS, "attach_files"),
}
# A post of a forum is a thread: who wrote it may change it, but not take it down.
_NEEDED_IN_FORUM = (*_POSTS, "manage_threads")


@dataclass(frozen=True, slots=True)
class Server:
    """A server as it is now."""

    guild: discord.Guild
    channels: Mapping[str, discord.abc.GuildChannel]
    us: discord.Member

    def has_role(self, role: str) -> bool:
        """Say whether a role is there that only some people bear."""
        return any(str(each.id) == role for each in self.guild.roles if not each.is_default())

    def missing(self, purpose: Channel, where: str) -> Missing | None:
        """Return what stands in the way in a channel, the worst first; None when all is well."""
        channel = self.channels.get(where)
        if channel is None or not channel.permissions_for(self.us).view_channel:
            return Missing(purpose, Lack.GONE)
        ours = channel.permissions_for(self.us)
        needed = _NEEDED_IN_FORUM if _is_forum(channel) else _NEEDED[purpose]
        lacking = tuple(name.replace("_", "-") for name in needed if not getattr(ours, name))
        if lacking:
            return Missing(purpose, Lack.FORBIDDEN, lacking)
        everybody = channel.permissions_for(self.guild.default_role)
        is_open = purpose is not Channel.HELP and everybody.view_channel
        return Missing(purpose, Lack.PUBLIC) if is_open else None


class DiscordPremises:
    """Asks Discord for a server's channels and roles: no intent is needed for that."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client

    async def missing(self, space: Space) -> Sequence[Missing]:
        """Return what stands in the way, channel by channel; empty when all is well."""
        server = await self._visited(space)
        if server is None:
            return [Missing(channel, Lack.GONE) for channel in space.channels]
        # Conversations are threads of the mentors' channel: without one there are none.
        channels = {Channel.MENTORS: "", **space.channels}
        found = [server.missing(purpose, where) for purpose, where in channels.items()]
        lacking = [each for each in found if each is not None]
        if space.mentor_role and not server.has_role(space.mentor_role):
            lacking.append(Missing(Channel.MENTORS, Lack.ROLE))
        return lacking

    async def name(self, space: str) -> str:
        """Return the name of a server."""
        try:
            with border():
                return (await self._client.fetch_guild(int(space), with_counts=False)).name
        except DeliveryError:
            return ""

    async def people(self, space: Space) -> int | None:
        """Return how many members a server has, without us; Discord counts them roughly."""
        try:
            with border():
                guild = await self._client.fetch_guild(int(space.id), with_counts=True)
        except DeliveryError:
            return None
        counted = guild.approximate_member_count
        return None if counted is None else counted - 1

    async def listeners(self, space: Space) -> Sequence[str]:
        """Return the names of other bots that can read the mentors' channel.

        Each bot that was invited with a permission has a role of its own, which names it.
        """
        server = await self._visited(space)
        channel = server.channels.get(space.channels.get(Channel.MENTORS, "")) if server else None
        if server is None or channel is None:
            return []
        bots = [await self._member(server.guild, number) for number in _bots(server)]
        reading = [bot for bot in bots if bot and channel.permissions_for(bot).view_channel]
        return sorted(bot.display_name for bot in reading)

    async def _visited(self, space: Space) -> Server | None:
        try:
            with border():
                guild = await self._client.fetch_guild(int(space.id), with_counts=False)
                channels = await guild.fetch_channels()
                us = await guild.fetch_member(self._client.user.id if self._client.user else 0)
        except Undeliverable:  # we are not there, or no longer
            return None
        return Server(guild, {str(each.id): each for each in channels}, us)

    async def _member(self, guild: discord.Guild, number: int) -> discord.Member | None:
        try:
            with border():
                return await guild.fetch_member(number)
        except Undeliverable:
            return None


def _bots(server: Server) -> Sequence[int]:
    named = (role.tags.bot_id for role in server.guild.roles if role.tags)
    return [number for number in named if number and number != server.us.id]


def _is_forum(channel: discord.abc.GuildChannel) -> bool:
    return isinstance(channel, discord.ForumChannel)
