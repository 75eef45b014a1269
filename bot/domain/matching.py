"""Whom to ask first: every weight in one place, the same answer for the same facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.ids import MentorId
from bot.domain.mentor import Mentor, Standing
from bot.domain.request import Request

WAVE_SIZES = {1: 3, 2: 6}  # later waves ask everybody who is left

CATEGORY_WEIGHT = 3.0  # they know this kind of crisis
CLOSENESS_WEIGHT = 2.0  # what they wrote about themselves is close to the text, 0 to 1
LANGUAGE_WEIGHT = 4.0  # they speak the requester's language
HOURS_WEIGHT = 1.5  # it is within the hours that they gave (all hours when they gave none)
SECTOR_WEIGHT = 1.0  # the text names one of their sectors
LOAD_WEIGHT = -1.5  # for each request that they hold
NOTICE_WEIGHT = -0.5  # for each request that they were asked for and that is still open


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor with what is known about them at this moment."""

    mentor: Mentor
    held: int = 0
    notices: int = 0
    closeness: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor's score for a request and the words for why (``category hours …``)."""

    mentor: MentorId
    score: float
    reasons: str


def may_be_asked(request: Request, candidate: Candidate, now: datetime) -> bool:
    """Say whether nothing forbids to ask this mentor."""
    mentor = candidate.mentor
    excluded = request.excluded.casefold()
    return (
        mentor.standing is Standing.APPROVED
        and not mentor.is_paused(now)
        and candidate.held < mentor.profile.capacity
        and request.requester not in mentor.addresses
        and mentor.id not in request.avoided
        and mentor.id not in request.asked
        and not any(s.casefold() in excluded for s in mentor.profile.sectors if s and excluded)
        and not any(c.casefold() in request.text.casefold() for c in mentor.profile.conflicts if c)
    )


def is_within_hours(mentor: Mentor, now: datetime) -> bool:
    """Say whether ``now`` is within the mentor's weekly hours, in their own time zone."""
    local = now.astimezone(ZoneInfo(mentor.profile.time_zone))
    return not mentor.profile.hours or any(
        slot.weekday == local.weekday() and slot.start <= local.time() < slot.end
        for slot in mentor.profile.hours
    )


def match(request: Request, candidate: Candidate, now: datetime) -> Match:
    """Score one mentor for one request."""
    mentor, profile = candidate.mentor, candidate.mentor.profile
    text = request.text.casefold()
    signs = {
        "category": (CATEGORY_WEIGHT, request.category in profile.categories),
        "language": (LANGUAGE_WEIGHT, request.language in profile.languages),
        "hours": (HOURS_WEIGHT, is_within_hours(mentor, now)),
        "sector": (SECTOR_WEIGHT, any(s and s.casefold() in text for s in profile.sectors)),
        "experience": (CLOSENESS_WEIGHT * candidate.closeness, candidate.closeness > 0.35),
        "free": (0.0, candidate.held == 0),
    }
    score = sum(weight for weight, holds in signs.values() if holds)
    score += LOAD_WEIGHT * candidate.held + NOTICE_WEIGHT * candidate.notices
    reasons = " ".join(name for name, (_, holds) in signs.items() if holds)
    return Match(mentor.id, round(score, 6), reasons)


def choose(
    request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
) -> tuple[Match, ...]:
    """Return whom to ask in ``wave``, best first; ties go by id, so that it is repeatable."""
    allowed = [each for each in candidates if may_be_asked(request, each, now)]
    matches = sorted(
        (match(request, each, now) for each in allowed), key=lambda m: (-m.score, m.mentor)
    )
    return tuple(matches[: WAVE_SIZES.get(wave, len(matches))])
