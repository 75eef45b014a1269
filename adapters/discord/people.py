"""Who acts, as the help desk knows people: an account in a community."""

from collections import OrderedDict
from collections.abc import Callable, Sequence

from adapters.discord.events import Person
from adapters.discord.members import Members
from adapters.discord.places import PLATFORM, Communities
from bot.domain.community import Community
from bot.domain.ids import CommunityId
from bot.domain.people import Actor, Address, Language

_NOWHERE = CommunityId("")
_HOMES_MAX = 25  # buttons of a chooser; a person with more types the command in a server
_SPOKEN_MAX = 10_000

Servers = Callable[[], Sequence[tuple[str, str]]]


class People:
    """Turns accounts into actors; remembers which server is which community."""

    def __init__(self, *, members: Members, communities: Communities, servers: Servers) -> None:
        self._members, self._communities, self._servers = members, communities, servers
        self._known: dict[str, Community] = {}
        self._spoken: OrderedDict[tuple[str, str], Language] = OrderedDict()

    async def actor(self, who: Person, space: str) -> Actor | None:
        """Return the actor in the community of a server, or None where there is none."""
        community = await self._communities(PLATFORM, space)
        if community is None:  # perhaps no longer: a server can be unlinked
            self._known.pop(space, None)
            return None
        self._known[space] = community
        return _actor(who, space, community.id)

    def stranger(self, who: Person, space: str) -> Actor:
        """Return an actor without asking anybody: enough to open a form at once."""
        community = self._known.get(space)
        return _actor(who, space, community.id if community else _NOWHERE)

    def founder(self, who: Person, space: str) -> Actor | None:
        """Return who may found the community of a server that has none."""
        actor = _actor(who, space, _NOWHERE)
        return actor if actor.is_moderator else None

    async def language(self, space: str) -> Language:
        """Return the language of a community."""
        community = self._known.get(space) or await self._communities(PLATFORM, space)
        return community.language if community else "fr"

    def speaks_anew(self, who: Person) -> bool:
        """Say whether somebody's language is new to us: they may have changed it."""
        key = (who.space, who.user)
        is_new = self._spoken.get(key) != who.language
        self._spoken[key] = who.language
        self._spoken.move_to_end(key)
        if len(self._spoken) > _SPOKEN_MAX:
            self._spoken.popitem(last=False)
        return is_new

    async def homes(self, user: str) -> Sequence[tuple[str, str]]:
        """Return the communities, as ids and names, of servers that somebody is a member of."""
        found: list[tuple[str, str]] = []
        for space, name in self._servers():
            if len(found) == _HOMES_MAX:
                break
            if await self._communities(PLATFORM, space) and await self._members.has(space, user):
                found.append((space, name))
        return found


def _actor(who: Person, space: str, community: CommunityId) -> Actor:
    moderates = who.is_moderator and who.space == space
    address = Address(PLATFORM, space, who.user)
    return Actor(address, community, who.language, who.name, moderates)
