"""A volunteer: what they know, when they can, how much they can carry."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain import events as e
from bot.domain import space_events as se
from bot.domain.errors import NotAllowed, Refusal
from bot.domain.ids import CommunityId, MentorId
from bot.domain.people import Address, Language
from bot.domain.vocabulary import Category

UNTIL_THEY_SAY = datetime(9999, 12, 31, tzinfo=UTC)  # stepped out: they come back by themselves


class Standing(StrEnum):
    """Where a mentor is with their community."""

    APPLIED = "applied"
    APPROVED = "approved"
    DECLINED = "declined"
    LEFT = "left"


class Notice(StrEnum):
    """How a mentor wants to hear of a request."""

    PRIVATE = "private"
    CHANNEL = "channel"  # named in the mentors' channel


@dataclass(frozen=True, slots=True)
class Slot:
    """Hours of one weekday (0 is Monday) in the mentor's own time zone."""

    weekday: int
    start: time
    end: time


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off, both included, in the mentor's own time zone."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Profile:
    """What a mentor says about themselves; ``display_name`` is all that requesters see.

    ``quiet`` mentors hear of nothing outside their hours, however urgent.
    """

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
    quiet: bool = False
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What a mentor did, counted for them alone; nothing in it leads to a request."""

    helped: int = 0
    thanked: int = 0
    words: int = 0
    words_off_hours: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A code by which another account shows that it is the same person's, once."""

    code: str
    expires_at: datetime


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
    record: Record = Record()
    link: Link | None = None
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name that everybody sees."""
        return self.profile.display_name

    def is_at(self, address: Address) -> bool:
        """Say whether an account is theirs, in whatever space of its platform it acts."""
        return any((a.platform, a.user) == (address.platform, address.user) for a in self.addresses)

    def is_linked_by(self, code: str, now: datetime) -> bool:
        """Say whether the code is theirs and may still be used."""
        return self.link is not None and self.link.code == code and now < self.link.expires_at

    def add_account(self, address: Address) -> None:
        """Be the same mentor from another account too; the code is used up."""
        self.addresses, self.link = (*self.addresses, address), None

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

    def local(self, now: datetime) -> datetime:
        """Return an instant as the mentor's own clock shows it, daylight saving included."""
        return now.astimezone(ZoneInfo(self.profile.time_zone))

    def is_on_holiday(self, now: datetime) -> bool:
        """Say whether ``now`` is within days off, as the mentor's own calendar counts them."""
        days = self.profile.holidays
        return bool(days) and any(h.first <= self.local(now).date() <= h.last for h in days)

    def is_within_hours(self, now: datetime) -> bool:
        """Say whether ``now`` is within the weekly hours; all hours are when none were given."""
        if not self.profile.hours:
            return True
        local = self.local(now)
        weekday, clock = local.weekday(), local.time()
        return any(s.weekday == weekday and s.start <= clock < s.end for s in self.profile.hours)

    def hours_begin_at(self, now: datetime) -> datetime | None:
        """Return when weekly hours begin next, in UTC; None when they are all hours."""
        zone, local = ZoneInfo(self.profile.time_zone), self.local(now)
        starts = (
            datetime.combine(local.date() + timedelta(days=ahead), slot.start, tzinfo=zone)
            for ahead in range(8)
            for slot in self.profile.hours
            if slot.weekday == (local.weekday() + ahead) % 7
        )
        begins_at = min((at for at in starts if at > local), default=None)
        return begins_at.astimezone(UTC) if begins_at else None

    def is_away(self, now: datetime) -> bool:
        """Say whether nothing should reach the mentor at ``now``, whatever burns."""
        sleeps = self.profile.quiet and not self.is_within_hours(now)
        return sleeps or self.is_paused(now) or self.is_on_holiday(now)

    def note_late_word(self) -> None:
        """Count a message that was written outside the hours that they gave."""
        late = self.record.words_off_hours + 1
        self.record = replace(self.record, words_off_hours=late)

    def note_help(self, words: int) -> None:
        """Count a conversation that came to its end, and their messages in it."""
        record = self.record
        self.record = replace(record, helped=record.helped + 1, words=record.words + words)

    def note_thanks(self) -> None:
        """Count somebody's thanks."""
        self.record = replace(self.record, thanked=self.record.thanked + 1)

    def leave(self) -> None:
        """Stop being a mentor."""
        self.standing = Standing.LEFT

    def part(self) -> None:
        """Stop being a mentor, because the only space where they were left the community."""
        self.leave()
        self.events.append(se.MentorParted(self.community, self.id))

    def erase(self) -> None:
        """Forget who they are; what others still see of them bears no name."""
        self.leave()
        self.profile, self.record, self.addresses = Profile("–"), Record(), ()
        self.paused_until, self.link = None, None
        self.events.append(se.MentorErased(self.community, self.id))
