"""The audit trail: who did what to which request and when; never the requester, never a word."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from bot.domain import events as e
from bot.domain import space_events as se
from bot.domain.events import Event
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.people import Party
from bot.domain.request import Request


class By(StrEnum):
    """Who did something, as far as anybody is told."""

    MENTOR = "mentor"
    MODERATOR = "moderator"
    CLOCK = "clock"
    UNTOLD = "untold"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line; ``what`` names the event (``request-claimed``), ``facts`` say how."""

    community: CommunityId
    at: datetime
    what: str
    by: By = By.UNTOLD
    request: RequestId | None = None
    mentor: MentorId | None = None
    facts: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_by_the_day(self) -> bool:
        """Whether its hour was never kept."""
        return self.what in {_name(kind) for kind in _BY_THE_DAY}


# What is not here is not kept: the words of a conversation, and what only two people know.
_KEPT: Mapping[type[Event], By] = {
    e.RequestPublished: By.UNTOLD,
    e.RequestReopened: By.UNTOLD,
    e.WaveReached: By.CLOCK,
    e.MoreAsked: By.CLOCK,
    e.RequestClaimed: By.MENTOR,
    e.MentorReminded: By.CLOCK,
    e.MentorJoined: By.MENTOR,
    e.RequestReleased: By.MENTOR,
    e.HandedOver: By.MENTOR,
    e.BackupCalled: By.MENTOR,
    e.RequestResolved: By.UNTOLD,
    e.RequestWithdrawn: By.UNTOLD,
    e.RequestExpired: By.CLOCK,
    e.RequestReported: By.UNTOLD,
    e.ReportSettled: By.MODERATOR,
    e.AuthorBlocked: By.MODERATOR,
    e.BlockLifted: By.MODERATOR,
    e.RequestErased: By.UNTOLD,
    e.MentorApplied: By.MENTOR,
    e.MentorDecided: By.MODERATOR,
    e.DraftEdited: By.MODERATOR,
    e.DraftDeclined: By.MODERATOR,
    e.CasePublished: By.MODERATOR,
    e.CaseRetracted: By.MODERATOR,
    se.SpaceInvited: By.MODERATOR,
    se.SpaceAsked: By.UNTOLD,
    se.SpaceJoined: By.MODERATOR,
    se.SpaceRefused: By.MODERATOR,
    se.SpaceUnanswered: By.CLOCK,
    se.SpaceLeft: By.MODERATOR,
}
# A block outlives the link between a request and its author: a line that named the request
# would let whoever holds the keys try out who wrote it, long after that link is destroyed.
_NAMELESS = (e.AuthorBlocked, e.BlockLifted)
# What a requester does by themselves is kept and shown by the day: a minute could tell who
# was online just then, among people who know each other.
_BY_THE_DAY = (e.RequestWithdrawn, e.RequestErased, e.RequestReported)
_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")


def entry_of(event: Event, request: Request | None, at: datetime) -> Entry | None:
    """Return the line that an event leaves, or None where it leaves none."""
    by = _KEPT.get(type(event))
    if by is None:
        return None
    return Entry(
        event.community,
        _day_of(at) if isinstance(event, _BY_THE_DAY) else at,
        _name(type(event)),
        by,
        None if isinstance(event, _NAMELESS) else getattr(event, "request", None),
        _doer(event),
        _facts(event, request),
    )


def _doer(event: Event) -> MentorId | None:
    """Return the mentor whom a line names; of a request that is handed over, the new one."""
    to = event.to if isinstance(event, e.HandedOver) else None
    mentor: MentorId | None = to or getattr(event, "mentor", None)
    return mentor


def _name(kind: type[Event]) -> str:
    return _CAMEL.sub("-", kind.__name__).lower()


def _day_of(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _facts(event: Event, request: Request | None) -> Mapping[str, str]:
    match event:
        case e.RequestPublished() if request:
            category = request.category.value if request.category else ""
            return {"urgency": request.urgency.value, "category": category}
        case e.WaveReached():
            return {"wave": str(event.wave), "asked": _asked(event)}
        case e.MoreAsked():
            return {"asked": _asked(event)}
        case e.RequestReleased() | e.RequestResolved():
            return {"reason": event.reason}
        case se.SpaceAsked() | se.SpaceJoined() | se.SpaceRefused():
            return {"platform": event.platform}
        case se.SpaceUnanswered() | se.SpaceLeft():
            return {"platform": event.platform}
        case e.RequestReported() if event.by is Party.MENTOR:
            return {"reason": "mentor"}
    return {}


def _asked(event: e.WaveReached | e.MoreAsked) -> str:
    return ";".join(f"{mentor}:{reasons}" for mentor, reasons in event.asked)


def asked_in(entry: Entry) -> list[tuple[MentorId, str]]:
    """Return whom a wave asked, with the reasons for each choice."""
    pairs = (each.partition(":") for each in entry.facts.get("asked", "").split(";") if each)
    return [(MentorId(mentor), reasons) for mentor, _, reasons in pairs]
