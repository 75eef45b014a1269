"""Who is in a server: asked person by person, since no privileged intent tells it."""

from contextlib import suppress

from adapters.discord.rest import Rest
from bot.domain.errors import Undeliverable


class Members:
    """Looks members of servers up."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def has(self, space: str, user: str) -> bool:
        """Say whether somebody is a member of a server now."""
        path = "/guilds/{guild_id}/members/{user_id}"
        with suppress(Undeliverable):
            await self._rest.call("GET", path, guild_id=space, user_id=user)
            return True
        return False
