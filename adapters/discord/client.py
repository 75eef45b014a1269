"""The gateway: which events reach us, with no privileged intent and no memory of messages."""

from collections.abc import Sequence
from typing import Protocol

import discord

_RATE_LIMIT_PATIENCE_S = 30.0  # the SDK's minimum; a longer wait goes back to the outbox


class Listener(Protocol):
    """Takes what the gateway tells."""

    async def on_interaction(self, interaction: discord.Interaction) -> None: ...
    async def on_message(self, message: discord.Message) -> None: ...
    async def on_edit(self, event: discord.RawMessageUpdateEvent) -> None: ...
    async def on_delete(self, event: discord.RawMessageDeleteEvent) -> None: ...
    async def on_removed(self, server: str) -> None:
        """A server removed the bot; an outage of the server is not told here."""
        ...

    async def on_session(self) -> None:
        """A new session began: what happened before it was not told."""
        ...


def intents() -> discord.Intents:
    """Return what we listen to.

    ``guild_messages`` is not privileged: of a server's messages it shows the words only
    where the bot is mentioned or answered, which is how mentors write in their threads.
    """
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


class Client(discord.AutoShardedClient):
    """The SDK's client, which keeps nothing: no messages, no members."""

    def __init__(self, listener: Listener) -> None:
        super().__init__(
            intents=intents(),
            max_messages=None,
            member_cache_flags=discord.MemberCacheFlags.none(),
            chunk_guilds_at_startup=False,
            allowed_mentions=discord.AllowedMentions.none(),
            max_ratelimit_timeout=_RATE_LIMIT_PATIENCE_S,
        )
        self._listener = listener

    def follow(self, listener: Listener) -> None:
        """Tell somebody else from now on."""
        self._listener = listener

    @property
    def us(self) -> str:
        """The bot's own account."""
        return str(self.user.id) if self.user else ""

    def servers(self) -> Sequence[tuple[str, str]]:
        """Return the servers that the bot is in, as ids and names."""
        return [(str(guild.id), guild.name) for guild in self.guilds]

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        await self._listener.on_interaction(interaction)

    async def on_message(self, message: discord.Message) -> None:
        await self._listener.on_message(message)

    async def on_raw_message_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        await self._listener.on_edit(event)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        await self._listener.on_delete(event)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        await self._listener.on_removed(str(guild.id))

    async def on_connect(self) -> None:
        # Not on_ready, which comes seconds later: what is written now must come after.
        await self._listener.on_session()
