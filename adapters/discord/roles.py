"""Roles of a server: who bears one is asked at the moment when it counts."""

import asyncio

from adapters.discord.members import Members
from adapters.discord.rest import Rest
from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.people import Address

PATIENCE_S = 3.0  # words wait no longer for Discord to say who may read them


class DiscordRoles:
    """Reads roles by REST: being told of changes would need a privileged intent."""

    def __init__(self, *, rest: Rest, members: Members) -> None:
        self._rest, self._members = rest, members

    async def exists(self, space: str, role: str) -> bool:
        """Say whether a server has a role; everybody's own, named as the server, is none."""
        if role == space:
            return False
        try:
            found = await self._rest.call("GET", "/guilds/{guild_id}/roles", guild_id=space)
        except Undeliverable:
            return False
        return any(str(each["id"]) == role for each in found)

    async def bears(self, address: Address, role: str) -> bool | None:
        """Say whether a member bears a role; nobody can tell of one that was deleted."""
        try:
            async with asyncio.timeout(PATIENCE_S):
                if role in await self._members.roles(address.space, address.user):
                    return True
                return False if await self.exists(address.space, role) else None
        except (RetryLater, TimeoutError):
            return None
