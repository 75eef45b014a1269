"""Which timers belong to which moment of a request."""

from datetime import datetime, timedelta

from bot.domain.community import Community
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import UnitOfWork

WAITING_FOR_MENTOR = (TimerKind.CLAIM_REMINDER, TimerKind.CLAIM_REOPENS)


async def set_timer(
    uow: UnitOfWork, request: Request, kind: TimerKind, now: datetime, after: timedelta
) -> None:
    """Do ``kind`` to ``request`` in ``after`` from ``now``."""
    await uow.timers.set(Timer(kind, request.id, request.community, now + after))


async def begin_search(
    uow: UnitOfWork, request: Request, community: Community, now: datetime
) -> None:
    """Widen the search for a mentor step by step, and give up at the very end."""
    waves = community.delays.waves[request.urgency]
    await stop(uow, request)
    await set_timer(uow, request, TimerKind.WAVE_ONE, now, timedelta())
    await set_timer(uow, request, TimerKind.WAVE_TWO, now, waves.second)
    await set_timer(uow, request, TimerKind.WAVE_EVERYONE, now, waves.everyone)
    await set_timer(uow, request, TimerKind.WAVE_MODERATORS, now, waves.moderators)
    await set_timer(uow, request, TimerKind.UNCLAIMED_EXPIRES, now, community.delays.unclaimed)


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
