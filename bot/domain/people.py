"""Who acts: an account on a platform, and what it may do in its community."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from bot.domain.ids import CommunityId

Language = Literal["fr", "en"]
LANGUAGES: tuple[Language, ...] = ("fr", "en")


class Party(StrEnum):
    """The two sides of a conversation."""

    REQUESTER = "requester"
    MENTOR = "mentor"


@dataclass(frozen=True, slots=True)
class Address:
    """An account on a platform; only ever stored encrypted."""

    platform: str
    space: str
    user: str


NOBODY = Address("", "", "")  # in place of a requester whose link was destroyed


@dataclass(frozen=True, slots=True)
class Actor:
    """The person behind an act, as the platform vouches for them at that moment.

    ``name`` is what the platform shows; it is used only for people who chose to be
    seen (mentors, moderators) and never stored for a requester.
    """

    address: Address
    community: CommunityId
    language: Language
    name: str = ""
    is_moderator: bool = False
