"""Ask the next mentors while nobody claimed: wave by wave, then as their hours begin."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from functools import partial

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.matching import (
    EVERYBODY,
    Candidate,
    Match,
    choose,
    choose_latecomers,
    latecomers_at,
)
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.memory import CaseSearch
from bot.ports.store import UnitOfWork
from bot.services.candidates import candidates
from bot.services.entitlement import Books, lost_among, without
from bot.services.handing_back import dismiss
from bot.services.schedule import WAVES, give_time, set_timer

Known = Mapping[CommunityId, Sequence[Candidate]]


async def ask_mentors(
    timer: Timer, *, uow: UnitOfWork, search: CaseSearch, books: Books, clock: Clock
) -> None:
    """Choose whom to ask for the request of ``timer`` and note it.

    After an outage several waves are due at once: the furthest speaks for all of them, so
    that nobody reads three contradictory messages.
    """
    async with uow:
        request, now = await uow.requests.get(RequestId(timer.subject)), clock.now()
        homes = (request.community, *await _partners(uow, request, now))
        found = await _found(uow, request, homes, search, now)
        wave = WAVES[timer.kind]
        lost = await lost_among(uow, found, partial(choose, request, wave=wave, now=now), books)
        if not await uow.timers.take(timer):
            return
        found = await _dismissed(uow, lost, found, now)
        if request.state is State.OPEN:
            wave = max(wave, await _overdue(uow, request, now))
            await _ask(uow, request, wave, found, now)
        await uow.commit()


async def ask_latecomers(
    timer: Timer, *, uow: UnitOfWork, search: CaseSearch, books: Books, clock: Clock
) -> None:
    """Ask a few of those who were away when everybody was asked, best first, then a few more."""
    async with uow:
        request, now = await uow.requests.get(RequestId(timer.subject)), clock.now()
        found = await _found(uow, request, request.helpers, search, now)
        lost = await lost_among(uow, found, partial(choose_latecomers, request, now=now), books)
        if not await uow.timers.take(timer):
            return
        found = await _dismissed(uow, lost, found, now)
        if request.state is State.OPEN:
            chosen = {home: choose_latecomers(request, known, now) for home, known in found.items()}
            if any(chosen.values()):
                request.ask_more(_reasoned(request, chosen))
                await _save(uow, request, chosen, now)
            await _expect_latecomers(uow, request, found, now)
        await uow.commit()


async def _found(
    uow: UnitOfWork,
    request: Request,
    homes: Sequence[CommunityId],
    search: CaseSearch,
    now: datetime,
) -> Known:
    """Return the mentors of each community: what takes long comes before anything is locked."""
    return {
        home: await candidates(uow, request, search=search, now=now, community=home)
        for home in homes
    }


async def _dismissed(
    uow: UnitOfWork, lost: Collection[MentorId], found: Known, now: datetime
) -> Known:
    """Let go of those who lost the role that a mentor has to bear; return the others."""
    for mentor in lost:
        await dismiss(uow, await uow.mentors.get(mentor), now)
    return {home: without(lost, known) for home, known in found.items()}


async def _ask(uow: UnitOfWork, request: Request, wave: int, found: Known, now: datetime) -> None:
    chosen = {home: choose(request, known, wave, now) for home, known in found.items()}
    request.offer_to_partners(tuple(home for home in found if home != request.community))
    request.reach_wave(wave, _reasoned(request, chosen))
    await _save(uow, request, chosen, now)
    await _leave_time(uow, request, now)
    if wave >= EVERYBODY:
        await _expect_latecomers(uow, request, found, now)


def _reasoned(
    request: Request, chosen: Mapping[CommunityId, Sequence[Match]]
) -> tuple[tuple[MentorId, str], ...]:
    """Return who is asked with why; partners' mentors read that it comes from elsewhere."""
    return tuple(
        (each.mentor, each.reasons if home == request.community else f"partner {each.reasons}")
        for home, matches in chosen.items()
        for each in matches
    )


async def _save(
    uow: UnitOfWork,
    request: Request,
    chosen: Mapping[CommunityId, Sequence[Match]],
    now: datetime,
) -> None:
    await uow.requests.save(request)
    for home, matches in chosen.items():
        await uow.notices.note(home, [each.mentor for each in matches], now.date())


async def _expect_latecomers(
    uow: UnitOfWork, request: Request, found: Known, now: datetime
) -> None:
    """Come back when the next of those who were left in peace will be there."""
    known = [each for candidates in found.values() for each in candidates]
    if at := latecomers_at(request, known, now):
        await set_timer(uow, request, TimerKind.LATECOMERS, at, timedelta())


async def _partners(uow: UnitOfWork, request: Request, now: datetime) -> Sequence[CommunityId]:
    """Return the communities to ask, once the last wave is due, unless the requester refused."""
    timers = await uow.timers.of(request.id)
    last = any(t.kind is TimerKind.WAVE_MODERATORS and t.due_at <= now for t in timers)
    if request.stays_home or not last:
        return ()
    community = await uow.communities.get(request.community)
    return [each.community for each in community.partners if each.requests]


async def _overdue(uow: UnitOfWork, request: Request, now: datetime) -> int:
    """Take the other waves that are due too, and return the furthest."""
    timers = await uow.timers.of(request.id)
    due = [t for t in timers if t.kind in WAVES and t.due_at <= now]
    taken = [WAVES[each.kind] for each in due if await uow.timers.take(each)]
    return max(taken, default=0)


async def _leave_time(uow: UnitOfWork, request: Request, now: datetime) -> None:
    """Give whoever was asked last as long to answer as without any outage."""
    delays = (await uow.communities.get(request.community)).delays
    patience = delays.unclaimed - delays.waves[request.urgency].after(request.wave)
    await give_time(uow, request, TimerKind.UNCLAIMED_EXPIRES, now, patience)
