"""Who acts, as the help desk knows people: an account in a community."""

from collections import OrderedDict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta

from adapters.slack.events import Person
from adapters.slack.web import Json, Web
from bot.domain.community import Channel, Community
from bot.domain.errors import DeliveryError
from bot.domain.ids import CommunityId
from bot.domain.people import Actor, Address, Language
from bot.ports.clock import Clock

PLATFORM = "slack"
PROFILE_HOLDS = timedelta(minutes=10)
MODERATION_HOLDS = timedelta(seconds=30)  # who left the moderators is one soon
_KNOWN_MAX = 5_000
_PAGES_MAX = 10  # of 200 members: a larger group needs no more moderators than that
_NOWHERE = CommunityId("")

Communities = Callable[[str, str], Awaitable[Community | None]]


@dataclass(frozen=True, slots=True)
class Profile:
    """What Slack vouches for."""

    name: str
    language: Language
    is_admin: bool
    read_at: datetime


class People:
    """Turns accounts into actors; what is known of them stays in memory for minutes only."""

    def __init__(self, *, web: Web, communities: Communities, clock: Clock) -> None:
        self._web, self._communities, self._clock = web, communities, clock
        self._profiles: OrderedDict[tuple[str, str], Profile] = OrderedDict()
        self._moderators: dict[str, tuple[datetime, frozenset[str]]] = {}

    async def actor(self, who: Person, *, afresh: bool = False) -> Actor | None:
        """Return the actor in the community of a workspace, or None where there is none."""
        community = await self._communities(PLATFORM, who.space)
        if afresh:
            self._profiles.pop((who.space, who.user), None)
        profile = await self._profile(who.space, who.user)
        if community is None:
            return self._founder(who, profile)
        return Actor(
            Address(PLATFORM, who.space, who.user),
            community.id,
            profile.language,
            profile.name,
            profile.is_admin or await self._moderates(community, who),
        )

    def _founder(self, who: Person, profile: Profile) -> Actor | None:
        """Return who may found the community of a workspace that has none."""
        address = Address(PLATFORM, who.space, who.user)
        founder = Actor(address, _NOWHERE, profile.language, profile.name, True)
        return founder if profile.is_admin else None

    def stranger(self, who: Person) -> Actor:
        """Return an actor without asking anybody: enough to open a form at once."""
        address = Address(PLATFORM, who.space, who.user)
        return Actor(address, _NOWHERE, self.likely_language(who))

    def likely_language(self, who: Person) -> Language:
        """Return a language without asking anybody: the command's, else the last known."""
        known = self._profiles.get((who.space, who.user))
        return who.hint or (known.language if known else "fr")

    async def language(self, who: Person) -> Language:
        """Return the language of somebody's Slack, without asking the store anything."""
        return (await self._profile(who.space, who.user)).language

    async def _profile(self, space: str, user: str) -> Profile:
        key, now = (space, user), self._clock.now()
        known = self._profiles.get(key)
        if known and now - known.read_at < PROFILE_HOLDS:
            return known
        found = Profile("", known.language if known else "fr", False, now)
        with suppress(DeliveryError):  # an unknown name must not keep anybody from help
            asked = await self._web.ask(space, "users.info", user=user, include_locale="true")
            found = _profile_of(asked["user"], now)
        self._profiles[key] = found
        self._profiles.move_to_end(key)
        while len(self._profiles) > _KNOWN_MAX:
            self._profiles.popitem(last=False)
        return found

    async def _moderates(self, community: Community, who: Person) -> bool:
        """Say whether somebody is in the moderators' channel."""
        space = next(s for s in community.spaces if (s.platform, s.id) == (PLATFORM, who.space))
        channel = space.channels.get(Channel.MODERATORS)
        return bool(channel) and who.user in await self._members(who.space, str(channel))

    async def _members(self, space: str, channel: str) -> frozenset[str]:
        now = self._clock.now()
        at, known = self._moderators.get(channel, (None, frozenset()))
        if at and now - at < MODERATION_HOLDS:
            return known
        found: set[str] = set()
        cursor = ""
        with suppress(DeliveryError):  # nobody is a moderator by accident
            for _ in range(_PAGES_MAX):
                page = await self._web.ask(
                    space, "conversations.members", channel=channel, limit="200", cursor=cursor
                )
                found |= set(page["members"])
                cursor = (page.get("response_metadata") or {}).get("next_cursor", "")
                if not cursor:
                    break
        self._moderators[channel] = (now, frozenset(found))
        return frozenset(found)


def _profile_of(user: Json, now: datetime) -> Profile:
    shown = user.get("profile") or {}
    name = shown.get("display_name") or user.get("real_name") or user.get("name") or ""
    language: Language = "fr" if str(user.get("locale", "fr")).startswith("fr") else "en"
    return Profile(name, language, bool(user.get("is_admin") or user.get("is_owner")), now)
