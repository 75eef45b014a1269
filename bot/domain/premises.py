"""What stands in the way in the channels of a space."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.community import Channel


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
