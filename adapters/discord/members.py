"""Who is in a server: asked person by person, since no privileged intent tells it."""

from collections.abc import Sequence

from adapters.discord.rest import Json, Rest
from bot.domain.errors import Undeliverable


class Members:
    """Looks members of servers up."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def has(self, space: str, user: str) -> bool:
        """Say whether somebody is a member of a server now."""
        return await self._member(space, user) is not None

    async def roles(self, space: str, user: str) -> Sequence[str]:
        """Return the roles of somebody in a server; who is no member has none."""
        member = await self._member(space, user)
        return [str(role) for role in member["roles"]] if member else []

    async def _member(self, space: str, user: str) -> Json | None:
        path = "/guilds/{guild_id}/members/{user_id}"
        try:
            found: Json = await self._rest.call("GET", path, guild_id=space, user_id=user)
        except Undeliverable:
            return None
        return found
