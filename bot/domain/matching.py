"""Whom to ask first: every weight in one place, the same answer for the same facts."""

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from bot.domain.ids import MentorId
from bot.domain.mentor import Mentor, Standing
from bot.domain.request import Request

WAVE_SIZES = {1: 3, 2: 6}  # later waves ask everybody who is there
EVERYBODY = 3  # the first wave that does
LAST_WAVE = 4  # the moderators and partner communities
FEW = 3  # of those whose hours begin after that, so many are asked at a time, the best first
EVERY = timedelta(minutes=5)  # and so long apart
NOTICES_COUNT_FOR = timedelta(days=1)  # notices of today and of yesterday tire

LANGUAGE_WEIGHT = 4.0  # they speak the requester's language
CATEGORY_WEIGHT = 3.0  # they know this kind of crisis
CLOSENESS_WEIGHT = 2.0  # what they wrote about themselves is close to the text, 0 to 1
PAST_WEIGHT = 2.0  # the nearest of what they resolved is close to the text, 0 to 1
HOURS_WEIGHT = 2.5  # it is within the hours that they gave (all hours when they gave none)
SECTOR_WEIGHT = 1.0  # the text names one of their sectors
LOAD_WEIGHT = -1.5  # for each request that they hold
NOTICE_WEIGHT = -0.5  # for each doubling of the notices that they got lately

CLOSE_ENOUGH = 0.35  # below this, closeness says nothing


@dataclass(frozen=True, slots=True)
class Candidate:
    """A mentor with what is known about them at this moment.

    ``notices`` counts those of today and yesterday; ``closeness`` and ``past`` are 0 to 1;
    ``blocked``: the moderators, or this requester, want them kept away.
    """

    mentor: Mentor
    held: int = 0
    notices: int = 0
    closeness: float = 0.0
    past: float = 0.0
    blocked: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A mentor's score for a request and the words for why (``category hours …``)."""

    mentor: MentorId
    score: float
    reasons: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A request as matching reads it: folded once, however many mentors there are."""

    request: Request
    text: str
    names: str
    excluded: str
    exclusions: tuple[str, ...]

    @classmethod
    def of(cls, request: Request) -> "Wanted":
        """Fold what is compared with each mentor; hidden names count, though nobody sees them."""
        parts = request.excluded.replace(";", ",").replace("\n", ",").split(",")
        return cls(
            request,
            _fold(request.text),
            _fold(" | ".join((request.text, *request.hidden_names))),
            _fold(request.excluded),
            tuple(folded for part in parts if (folded := _fold(part)).strip()),
        )


def may_be_asked(request: Request, candidate: Candidate, now: datetime) -> bool:
    """Say whether nothing forbids to ask this mentor."""
    return _may_be_asked(Wanted.of(request), candidate, now)


def is_within_hours(mentor: Mentor, now: datetime) -> bool:
    """Say whether ``now`` is within the mentor's weekly hours, in their own time zone."""
    return mentor.is_within_hours(now)


def match(request: Request, candidate: Candidate, now: datetime) -> Match:
    """Score one mentor for one request."""
    return _match(Wanted.of(request), candidate, now)


def choose(
    request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
) -> tuple[Match, ...]:
    """Return whom to ask in ``wave``, best first; ties go by id, so that it is repeatable.

    Waves that were missed meanwhile are made up for. From the third on everybody is asked who
    is within their hours; the others when their hours begin (``choose_latecomers``).
    """
    wanted = Wanted.of(request)
    allowed = [
        each
        for each in candidates
        if _may_be_asked(wanted, each, now)
        and (wave < EVERYBODY or each.mentor.is_within_hours(now))
    ]
    matches = sorted(
        (_match(wanted, each, now) for each in allowed), key=lambda m: (-m.score, m.mentor)
    )
    missed = range(request.wave + 1, wave + 1) or (wave,)
    sizes = [WAVE_SIZES.get(each, len(matches)) for each in missed]
    return tuple(matches[: sum(sizes)])


def choose_latecomers(
    request: Request, candidates: Sequence[Candidate], now: datetime
) -> tuple[Match, ...]:
    """Return the best few of those who were away when everybody was asked, and are there now."""
    return choose(request, candidates, LAST_WAVE, now)[:FEW]


def latecomers_at(
    request: Request, candidates: Sequence[Candidate], now: datetime
) -> datetime | None:
    """Return when to ask latecomers next, or None when nobody is left to come."""
    if choose_latecomers(request, candidates, now):
        return now + EVERY
    mentors = [each.mentor for each in candidates if each.mentor.id not in request.asked]
    return min((at for each in mentors if (at := each.hours_begin_at(now))), default=None)


def _may_be_asked(wanted: Wanted, candidate: Candidate, now: datetime) -> bool:
    mentor, request = candidate.mentor, wanted.request
    return (
        mentor.standing is Standing.APPROVED
        and not candidate.blocked
        and candidate.held < mentor.profile.capacity
        and not mentor.is_at(request.requester)
        and mentor.id not in request.avoided
        and mentor.id not in request.asked
        and not mentor.is_away(now)
        and not _is_in_conflict(wanted, mentor)
    )


def _is_in_conflict(wanted: Wanted, mentor: Mentor) -> bool:
    """Say whether the mentor declared it, or the requester would rather not have them."""
    profile = mentor.profile
    if any(_folded(each) in wanted.names for each in profile.conflicts if each):
        return True
    if not wanted.exclusions:
        return False
    own = (*profile.sectors, *profile.conflicts)
    if any(_folded(each) in wanted.excluded for each in own if each):
        return True
    told = _folded(profile.experience)
    return any(each in told for each in wanted.exclusions)


def _match(wanted: Wanted, candidate: Candidate, now: datetime) -> Match:
    mentor, profile, request = candidate.mentor, candidate.mentor.profile, wanted.request
    near, past = candidate.closeness, candidate.past
    signs = (
        ("category", CATEGORY_WEIGHT, request.category in profile.categories),
        ("language", LANGUAGE_WEIGHT, request.language in profile.languages),
        ("hours", HOURS_WEIGHT, mentor.is_within_hours(now)),
        ("sector", SECTOR_WEIGHT, any(_folded(s) in wanted.text for s in profile.sectors if s)),
        ("experience", CLOSENESS_WEIGHT * near, near > CLOSE_ENOUGH),
        ("past", PAST_WEIGHT * past, past > CLOSE_ENOUGH),
        ("free", 0.0, candidate.held == 0),
    )
    score = sum(weight for _, weight, holds in signs if holds)
    score += LOAD_WEIGHT * candidate.held + NOTICE_WEIGHT * math.log2(1 + candidate.notices)
    return Match(mentor.id, round(score, 6), " ".join(name for name, _, holds in signs if holds))


def _fold(text: str) -> str:
    """Return bare words between spaces, so that ``mode`` is not found in ``modération``."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    kept = (c if c.isalnum() else " " for c in plain if not unicodedata.combining(c))
    return f" {' '.join(''.join(kept).split())} "


# Mentors' words only: what a requester wrote stays in no cache.
_folded = lru_cache(maxsize=1 << 15)(_fold)
