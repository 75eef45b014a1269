"""A week of a community in numbers, none of which tells of less than five."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from bot.domain.community import Community
from bot.domain.ids import MentorId, RequestId
from bot.domain.timers import Timer, TimerKind
from bot.domain.trail import Entry
from bot.domain.vocabulary import Category, Urgency

LEAST_SHOWN = 5  # a smaller group could tell of somebody
WEEK = timedelta(days=7)
TOLD_AT = time(9)  # of the Monday after


@dataclass(frozen=True, slots=True)
class Week:
    """What happened to the requests that were published in a week."""

    published: int = 0
    claimed: int = 0
    resolved: int = 0
    categories: Mapping[Category, int] = field(default_factory=dict)
    waits: Mapping[Urgency, Sequence[timedelta]] = field(default_factory=dict)
    loads: Mapping[MentorId, int] = field(default_factory=dict)

    @property
    def unanswered(self) -> int:
        """How many nobody took."""
        return self.published - self.claimed

    def wait(self, urgency: Urgency) -> timedelta | None:
        """Return the median time from publication to first claim, or None for too few."""
        waits = self.waits.get(urgency, ())
        if len(waits) < LEAST_SHOWN:
            return None
        return timedelta(seconds=median(each.total_seconds() for each in waits))

    @property
    def load(self) -> tuple[int, float] | None:
        """Return how many mentors helped and their median of requests, or None for too few."""
        if len(self.loads) < LEAST_SHOWN:
            return None
        return len(self.loads), median(self.loads.values())


def is_shown(count: int) -> bool:
    """Say whether a count may be told: nothing, or enough people to hide among."""
    return count == 0 or count >= LEAST_SHOWN


def may_tell(part: int, whole: int) -> bool:
    """Say whether a part may be told beside its whole: the rest follows by subtraction."""
    return is_shown(part) and is_shown(whole - part)


def told_categories(week: Week) -> Sequence[tuple[Category, int]]:
    """Return the categories that may be told, most frequent first, so that no few are left."""
    ranked = sorted(week.categories.items(), key=lambda pair: (-pair[1], pair[0].value))
    told = [(category, count) for category, count in ranked if count >= LEAST_SHOWN]
    while told and not is_shown(week.published - sum(count for _, count in told)):
        told.pop()
    return told


def summary(entries: Iterable[Entry], ends: datetime) -> Week:
    """Return the requests published before ``ends`` in numbers, from what the trail keeps.

    Entries come oldest first; those after ``ends`` tell what became of the last requests.
    """
    published: dict[RequestId, Entry] = {}
    claims: dict[RequestId, Entry] = {}
    resolved: set[RequestId] = set()
    loads: Counter[MentorId] = Counter()
    for entry in entries:
        if entry.what == "request-published" and entry.request and entry.at < ends:
            published[entry.request] = entry
        elif entry.request not in published:
            continue
        elif entry.what in ("request-claimed", "handed-over") and entry.mentor:
            loads[entry.mentor] += 1
            claims.setdefault(entry.request, entry)
        elif entry.what == "request-resolved":
            resolved.add(entry.request)
    return Week(
        len(published),
        len(claims),
        len(resolved),
        _categories(published),
        _waits(published, claims),
        loads,
    )


def _categories(published: Mapping[RequestId, Entry]) -> Mapping[Category, int]:
    named = [entry.facts.get("category") for entry in published.values()]
    return Counter(Category(name) for name in named if name)


def _waits(
    published: Mapping[RequestId, Entry], claims: Mapping[RequestId, Entry]
) -> Mapping[Urgency, Sequence[timedelta]]:
    waits: dict[Urgency, list[timedelta]] = {}
    for request, claim in claims.items():
        entry = published[request]
        waits.setdefault(Urgency(entry.facts["urgency"]), []).append(claim.at - entry.at)
    return waits


# --- which week ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Span:
    """A local week, and the moment it is told: a Sunday night's request has had its waves."""

    begins: datetime
    ends: datetime
    told: datetime


def span(monday: date, time_zone: str) -> Span:
    """Return the instants between which a local week lies, whatever the clocks did."""
    zone, following = ZoneInfo(time_zone), monday + WEEK
    return Span(
        datetime.combine(monday, time(), zone),
        datetime.combine(following, time(), zone),
        datetime.combine(following, TOLD_AT, zone),
    )


def last_week(now: datetime, time_zone: str) -> date:
    """Return the Monday on which the last week began that may be told by now."""
    return next_digest(now, time_zone).date() - 2 * WEEK


def next_digest(now: datetime, time_zone: str) -> datetime:
    """Return when the next digest is due: a Monday at nine, local time."""
    local = now.astimezone(ZoneInfo(time_zone))
    running = span(local.date() - timedelta(days=local.weekday()) - WEEK, time_zone)
    return running.told if local < running.told else span(running.ends.date(), time_zone).told


def digest_timer(community: Community, now: datetime) -> Timer:
    """Return the timer of a community's next digest."""
    due = next_digest(now, community.time_zone).astimezone(UTC)
    return Timer(TimerKind.WEEK_ENDS, community.id, community.id, due)
