"""Invents the people of a community: mentors with their profiles, and a few weeks of requests."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.mentor import Mentor, Profile, Slot, Standing
from bot.domain.people import Address, Language
from bot.domain.policy import Role
from bot.domain.request import Request
from bot.domain.vocabulary import Category
from bot.simulation import parameters as p

HERE = CommunityId("simulated")
ZONE = "Europe/Paris"
BEGINS_AT = datetime(2026, 3, 2)  # noqa: DTZ001 - a Monday, 0 h on a clock of ZONE
SATURDAY = 5

_T = TypeVar("_T")


def invent_mentors(count: int, assumed: p.Mentors, asked: p.Requests, dice: Random) -> list[Mentor]:
    """Return approved mentors; they know what is asked about as often as it is."""
    return [_mentor(number, assumed, asked.categories, dice) for number in range(count)]


def invent_requests(weekly: int, weeks: int, assumed: p.Requests, dice: Random) -> list[Request]:
    """Return published requests, the earliest first: ``weekly`` in each week."""
    instants = sorted(_instant(week, assumed, dice) for week in range(weeks) for _ in range(weekly))
    return [_request(number, at, assumed, dice) for number, at in enumerate(instants)]


def _mentor(
    number: int, assumed: p.Mentors, topics: Mapping[Category, float], dice: Random
) -> Mentor:
    rhythm = dice.choices(assumed.rhythms, [each.share for each in assumed.rhythms])[0]
    tongue = dice.choices(assumed.tongues, [each.share for each in assumed.tongues])[0]
    name = f"mentor-{number:04}"
    profile = Profile(
        display_name=name,
        categories=_several(topics, dice.randint(*assumed.topics), dice),
        languages=tuple(tongue.speaks),
        hours=_hours(rhythm, dice),
        time_zone=ZONE,
        capacity=_one(assumed.capacity, dice),
        quiet=dice.random() < assumed.quiet,
    )
    address = Address("simulated", "", name)
    return Mentor(MentorId(name), HERE, (address,), "fr", profile, Standing.APPROVED)


def _hours(rhythm: p.Rhythm, dice: Random) -> tuple[Slot, ...]:
    days = [day for day in rhythm.days if dice.random() < rhythm.keeps]
    kept = days or [dice.choice(rhythm.days)]
    return tuple(Slot(day, rhythm.start, rhythm.end) for day in kept)


def _instant(week: int, assumed: p.Requests, dice: Random) -> datetime:
    days = [assumed.weekend if day >= SATURDAY else 1.0 for day in range(7)]
    day, hour = dice.choices(range(7), days)[0], dice.choices(range(24), assumed.hours)[0]
    since = timedelta(weeks=week, days=day, hours=hour, seconds=dice.randrange(3600))
    return (BEGINS_AT + since).replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)


def _request(number: int, at: datetime, assumed: p.Requests, dice: Random) -> Request:
    language: Language = _one(assumed.language, dice)
    name = f"request-{number:06}"
    asker = Address("simulated", "", name)
    request = Request(RequestId(name), HERE, asker, language, at.date(), text="")
    request.urgency = _one(assumed.urgency, dice)
    request.category = _one(assumed.categories, dice)
    request.publish(at=at, role=Role.REQUESTER)
    return request


def _one(weights: Mapping[_T, float], dice: Random) -> _T:
    return dice.choices(list(weights), list(weights.values()))[0]


def _several(weights: Mapping[_T, float], count: int, dice: Random) -> tuple[_T, ...]:
    """Draw without putting back."""
    left, drawn = dict(weights), list[_T]()
    while len(drawn) < count and any(left.values()):
        drawn.append(_one(left, dice))
        del left[drawn[-1]]
    return tuple(drawn)


def knows(mentor: Mentor, request: Request) -> bool:
    """Say whether the topic is one of the mentor's."""
    return request.category in mentor.profile.categories


def speaks(mentor: Mentor, request: Request) -> bool:
    """Say whether the mentor speaks the requester's language."""
    return request.language in mentor.profile.languages


def by_id(mentors: Sequence[Mentor]) -> Mapping[MentorId, Mentor]:
    """Return the mentors by their ids."""
    return {mentor.id: mentor for mentor in mentors}
