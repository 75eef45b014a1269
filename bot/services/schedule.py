"""Which timers belong to which moment of a request."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.domain.community import Community
from bot.domain.matching import EVERY, EVERYBODY
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import UnitOfWork

WAVES: Mapping[TimerKind, int] = {
    TimerKind.WAVE_ONE: 1,
    TimerKind.WAVE_TWO: 2,
    TimerKind.WAVE_EVERYONE: 3,
    TimerKind.WAVE_MODERATORS: 4,
}
WAITING_FOR_MENTOR = (TimerKind.CLAIM_REMINDER, TimerKind.CLAIM_REOPENS)


async def set_timer(
    uow: UnitOfWork, request: Request, kind: TimerKind, now: datetime, after: timedelta
) -> None:
    """Do ``kind`` to ``request`` in ``after`` from ``now``."""
    await uow.timers.set(Timer(kind, request.id, request.community, now + after))


async def give_time(
    uow: UnitOfWork, request: Request, kind: TimerKind, now: datetime, after: timedelta
) -> None:
    """Let ``kind`` come no sooner than ``after`` from ``now``; what is set for later stays.

    What follows a word counts from that word: a word that an outage held back leaves
    people as much time as it would have.
    """
    timers = await uow.timers.of(request.id)
    if any(timer.kind is kind and timer.due_at < now + after for timer in timers):
        await set_timer(uow, request, kind, now, after)


async def resume_search(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """Search on as if nobody had claimed in between."""
    await stop(uow, request)
    await quicken_search(uow, request, community, now)
    if request.wave >= EVERYBODY:
        await set_timer(uow, request, TimerKind.LATECOMERS, now, EVERY)
    await set_timer(uow, request, TimerKind.UNCLAIMED_EXPIRES, now, community.delays.unclaimed)


async def begin_search(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """Widen the search for a mentor step by step, and give up at the very end."""
    waves = community.delays.waves[request.urgency]
    await stop(uow, request)
    for kind, number in WAVES.items():
        await set_timer(uow, request, kind, now, waves.after(number))
    await set_timer(uow, request, TimerKind.UNCLAIMED_EXPIRES, now, community.delays.unclaimed)


async def quicken_search(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """Go on at the pace of an urgency that changed: what was done is done, the rest follows.

    The promises of the table count from publication, so that a request that becomes urgent
    is at once as far as it should be, and nobody is asked twice.
    """
    waves, began_at = community.delays.waves[request.urgency], request.searched_from or now
    await uow.timers.cancel(request.id, *WAVES)
    for kind, number in WAVES.items():
        if number > request.wave:
            due_at = max(now, began_at + waves.after(number))
            await set_timer(uow, request, kind, due_at, timedelta())


async def begin_conversation(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """Expect the mentor's first words soon, and nobody's silence for long."""
    waves = community.delays.waves[request.urgency]
    await stop(uow, request)
    await set_timer(uow, request, TimerKind.CLAIM_REMINDER, now, waves.reminder)
    await set_timer(uow, request, TimerKind.CLAIM_REOPENS, now, waves.reopen)
    await listen(uow, request, community, now)


async def listen(uow: UnitOfWork, request: Request, community: Community, now: datetime) -> None:
    """Count silence from ``now``."""
    delays = community.delays
    await set_timer(uow, request, TimerKind.SILENCE_WARNING, now, delays.silence_warning)
    await set_timer(uow, request, TimerKind.SILENCE_CLOSES, now, delays.silence)


async def begin_forgetting(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """After the end: the link to a person goes first, the words later."""
    await stop(uow, request)
    delays = community.delays
    await set_timer(uow, request, TimerKind.IDENTITY_SHREDDED, now, delays.identity)
    await set_timer(uow, request, TimerKind.TRANSCRIPT_SHREDDED, now, delays.transcript)


async def stop(uow: UnitOfWork, request: Request) -> None:
    """Forget every timer of a request."""
    await uow.timers.cancel(request.id)
