"""Ask the next wave of mentors while nobody claimed."""

from datetime import datetime

from bot.domain.ids import RequestId
from bot.domain.matching import choose
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.memory import CaseSearch
from bot.ports.store import UnitOfWork
from bot.services.candidates import candidates
from bot.services.schedule import WAVES, give_time


async def ask_mentors(timer: Timer, *, uow: UnitOfWork, search: CaseSearch, clock: Clock) -> None:
    """Choose whom to ask for the request of ``timer`` and note it.

    After an outage several waves are due at once: the furthest speaks for all of them, so
    that nobody reads three contradictory messages.
    """
    async with uow:
        request, now = await uow.requests.get(RequestId(timer.subject)), clock.now()
        found = await candidates(uow, request, search=search, now=now)  # before anything is locked
        if not await uow.timers.take(timer):
            return
        if request.state is State.OPEN:
            wave = max(WAVES[timer.kind], await _overdue(uow, request, now))
            chosen = choose(request, found, wave, now)
            request.reach_wave(wave, tuple((each.mentor, each.reasons) for each in chosen))
            await uow.requests.save(request)
            await uow.notices.note(request.community, [m.mentor for m in chosen], now.date())
            await _leave_time(uow, request, now)
        await uow.commit()


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
