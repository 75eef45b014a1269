"""The invented people of the sandbox: who they are and which rooms they are in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.community import Channel
from bot.domain.ids import CommunityId
from bot.domain.people import Actor, Address, Language

PLATFORM, SPACE = "web", "sandbox"

Part = Literal["requester", "member", "mentor", "moderator"]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the sandbox; ``opens_on`` is what their pane shows first."""

    id: str
    name: str
    part: Part
    opens_on: Channel | None = None

    @property
    def is_moderator(self) -> bool:
        """Whether the platform says that they moderate."""
        return self.part == "moderator"

    @property
    def rooms(self) -> Sequence[Channel]:
        """The channels that they can read."""
        return _ROOMS[self.part]

    def actor(self, community: CommunityId, language: Language) -> Actor:
        """Return them as the help desk knows people."""
        address = Address(PLATFORM, SPACE, self.id)
        return Actor(address, community, language, self.name, self.is_moderator)


_ROOMS: Mapping[Part, Sequence[Channel]] = {
    "requester": (Channel.HELP,),
    "member": (Channel.HELP,),
    "mentor": (Channel.HELP, Channel.MENTORS),
    "moderator": (Channel.HELP, Channel.MENTORS, Channel.MODERATORS),
}

# In the order of the story that the page tells from left to right.
PEOPLE: Mapping[str, Person] = {
    person.id: person
    for person in (
        Person("camille", "Camille", "requester"),
        Person("louis", "Louis", "member", Channel.HELP),
        Person("nadia", "Nadia", "mentor"),
        Person("yann", "Yann", "mentor"),
        Person("sacha", "Sacha", "moderator", Channel.MODERATORS),
    )
}


def members_of(channel: Channel) -> Sequence[str]:
    """Return who reads a channel."""
    return tuple(person.id for person in PEOPLE.values() if channel in person.rooms)
