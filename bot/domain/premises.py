"""What stands in the way in the channels of a space."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.community import Channel

CROWD = 20  # among fewer people, a style or a detail tells who asks


class Lack(StrEnum):
    """Why a channel does not work as it should."""

    GONE = "gone"  # deleted, or hidden from us
    FORBIDDEN = "forbidden"  # we may not do all that we need there
    PUBLIC = "public"  # everybody can read what is meant for a few
    SHARED = "shared"  # another company keeps a copy
    ROLE = "role"  # the role that mentors there have to bear was deleted


@dataclass(frozen=True, slots=True)
class Missing:
    """What stands in the way in a channel; ``permissions`` are keys of the wording."""

    channel: Channel
    lack: Lack
    permissions: tuple[str, ...] = ()


def crowd(people: Sequence[int | None]) -> int | None:
    """Return how many people the spaces of a community have; None when one is unknown."""
    known = [each for each in people if each is not None]
    return sum(known) if known and len(known) == len(people) else None


def is_small(people: int | None) -> bool:
    """Say whether they are surely too few to hide among."""
    return people is not None and people < CROWD
