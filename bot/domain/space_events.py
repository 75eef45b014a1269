"""What happened to the spaces of a community, in the past tense: ids only."""

from dataclasses import dataclass

from bot.domain.events import Event
from bot.domain.ids import JoiningId, MentorId


@dataclass(frozen=True, slots=True)
class SpaceInvited(Event):
    """A moderator asked for the code by which another space may come."""


@dataclass(frozen=True, slots=True)
class SpaceAsked(Event):
    """Another space would live in this community."""

    joining: JoiningId
    platform: str


@dataclass(frozen=True, slots=True)
class SpaceJoined(Event):
    """Both sides agreed: the community lives there too."""

    joining: JoiningId
    platform: str


@dataclass(frozen=True, slots=True)
class SpaceRefused(Event):
    """The community stays as it is."""

    joining: JoiningId
    platform: str


@dataclass(frozen=True, slots=True)
class SpaceUnanswered(Event):
    """The community let the question expire: it stays as it is."""

    joining: JoiningId
    platform: str


@dataclass(frozen=True, slots=True)
class SpaceLeft(Event):
    """The community lives in its space number ``space`` no more."""

    space: int
    platform: str


@dataclass(frozen=True, slots=True)
class MentorParted(Event):
    """Somebody mentored only in a space that left: they are a mentor no more."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class MentorErased(Event):
    """Somebody erased everything about themselves, their profile too."""

    mentor: MentorId
