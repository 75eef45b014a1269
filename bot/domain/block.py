"""Somebody who may not ask for a time: known by a request of theirs, never by who they are."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.ids import BlockId, CommunityId, RequestId

UNTIL_LIFTED = datetime(9999, 1, 1, tzinfo=UTC)


class Length(StrEnum):
    """For how long somebody is blocked."""

    DAY = "1d"
    WEEK = "1w"
    MONTH = "1m"
    UNTIL_LIFTED = "lifted"


_DAYS = {Length.DAY: 1, Length.WEEK: 7, Length.MONTH: 30}


@dataclass(frozen=True, slots=True)
class Block:
    """A block as moderators see it; ``request`` goes with the link between it and a person.

    ``until`` is a midnight, so that no hour tells which request it followed.
    """

    id: BlockId
    community: CommunityId
    until: datetime
    reason: str
    by: str
    request: RequestId | None = None

    def last_day(self, time_zone: str) -> date | None:
        """Return the last day on which it holds, or None when it holds until it is lifted."""
        return last_day(self.until, time_zone)


def end_of(length: Length, now: datetime, time_zone: str) -> datetime:
    """Return the midnight at which a block ends, where the community lives."""
    if length is Length.UNTIL_LIFTED:
        return UNTIL_LIFTED
    zone = ZoneInfo(time_zone)
    day = now.astimezone(zone).date() + timedelta(days=_DAYS[length] + 1)
    return datetime.combine(day, time(), zone).astimezone(UTC)


def last_day(until: datetime, time_zone: str) -> date | None:
    """Return the last day before ``until``, or None for what has no end."""
    if until >= UNTIL_LIFTED:
        return None
    return (until.astimezone(ZoneInfo(time_zone)) - timedelta(seconds=1)).date()
