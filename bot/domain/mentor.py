"""A volunteer: what they know, when they can, how much they can carry."""

from dataclasses import dataclass, field
from datetime import datetime, time
from enum import StrEnum

from bot.domain import events as e
from bot.domain.errors import NotAllowed, Refusal
from bot.domain.ids import CommunityId, MentorId
from bot.domain.people import Address, Language
from bot.domain.vocabulary import Category


class Standing(StrEnum):
    """Where a mentor is with their community."""

    APPLIED = "applied"
    APPROVED = "approved"
    DECLINED = "declined"
    LEFT = "left"


class Notice(StrEnum):
    """How a mentor wants to hear of a request."""

    PRIVATE = "private"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True)
class Slot:
    """Hours of one weekday (0 is Monday) in the mentor's own time zone."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Profile:
    """What a mentor says about themselves; ``display_name`` is all that requesters see."""

    display_name: str
    categories: tuple[Category, ...] = ()
    sectors: tuple[str, ...] = ()
    languages: tuple[Language, ...] = ("fr",)
    hours: tuple[Slot, ...] = ()
    time_zone: str = "Europe/Paris"
    capacity: int = 2
    conflicts: tuple[str, ...] = ()
    experience: str = ""
    notice: Notice = Notice.PRIVATE


@dataclass(slots=True)
class Mentor:
    """A volunteer of one community; one person may have an account on several platforms."""

    id: MentorId
    community: CommunityId
    addresses: tuple[Address, ...]
    language: Language
    profile: Profile
    standing: Standing = Standing.APPLIED
    paused_until: datetime | None = None
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name that everybody sees."""
        return self.profile.display_name

    def apply(self) -> None:
        """Ask to be approved; a changed profile needs no second approval."""
        if self.standing is not Standing.APPROVED:
            self.standing = Standing.APPLIED
            self.events.append(e.MentorApplied(self.community, self.id))

    def decide(self, *, approved: bool) -> None:
        """Approve or decline, as a moderator."""
        if self.standing is Standing.LEFT:
            raise Refusal("refusal-mentor-left")
        self.standing = Standing.APPROVED if approved else Standing.DECLINED
        self.events.append(e.MentorDecided(self.community, self.id))

    def require_approved(self) -> None:
        """Raise unless a moderator approved this mentor and they did not leave since."""
        if self.standing is not Standing.APPROVED:
            raise NotAllowed("refusal-not-a-mentor")

    def pause(self, until: datetime | None) -> None:
        """Hear of no new request until ``until`` (``None`` ends the pause)."""
        self.paused_until = until

    def is_paused(self, now: datetime) -> bool:
        """Say whether the mentor asked for quiet at ``now``."""
        return self.paused_until is not None and now < self.paused_until

    def leave(self) -> None:
        """Stop being a mentor."""
        self.standing = Standing.LEFT
