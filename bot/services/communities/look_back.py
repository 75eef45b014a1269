"""Look back on what happened in a community: its trail, and its weeks in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.community import Community
from bot.domain.errors import NotFound
from bot.domain.ids import MentorId, RequestId
from bot.domain.people import Actor
from bot.domain.statistics import WEEK, Week, last_week, span, summary
from bot.domain.trail import Entry
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator

WEEKS_SHOWN, WEEKS_KEPT = 12, 52
TRAIL_SHOWN, TRAIL_KEPT = timedelta(days=30), timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Trail:
    """The newest lines first, with the names that still exist."""

    entries: Sequence[Entry]
    mentors: Mapping[MentorId, str]
    requests: Mapping[RequestId, str]


async def trail_of(actor: Actor, since: timedelta, *, uow: UnitOfWork, clock: Clock) -> Trail:
    """Return the trail of the last days; what was erased has no name in it any more."""
    require_moderator(actor)
    async with uow:
        now = clock.now() + timedelta(seconds=1)
        entries = await uow.trail.of(actor.community, now - since, now)
        mentors = {m.id: m.name for m in await uow.mentors.all(actor.community)}
        named = {entry.request for entry in entries if entry.request}
        names = {request: await _name(uow, request) for request in named}
    # By time and not by number: beside its neighbours, a line without an hour would have one.
    newest = list(reversed(entries))
    newest.sort(key=lambda entry: entry.at, reverse=True)
    return Trail(newest, mentors, {r: name for r, name in names.items() if name})


async def weeks_of(
    actor: Actor, count: int, *, uow: UnitOfWork, clock: Clock
) -> Sequence[tuple[date, Week]]:
    """Return the last complete weeks, newest first: one that runs could tell of one request."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        last = last_week(clock.now(), community.time_zone)
        mondays = [last - WEEK * number for number in range(count)]
        return [(monday, await week_of(uow, community, monday)) for monday in mondays]


async def week_of(uow: UnitOfWork, community: Community, monday: date) -> Week:
    """Return a week in numbers."""
    week = span(monday, community.time_zone)
    return summary(await uow.trail.of(community.id, week.begins, week.told), week.ends)


async def _name(uow: UnitOfWork, request: RequestId) -> str:
    try:
        return (await uow.requests.get(request)).code_name
    except NotFound:
        return ""
