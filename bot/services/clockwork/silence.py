"""When nobody writes: remind the mentor, open again, warn, close."""

from bot.domain.ids import RequestId
from bot.domain.policy import Role, State
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.crediting import credit
from bot.services.schedule import begin_forgetting, begin_search, give_time


async def remind_mentor(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Remind a mentor who claimed and has not written yet, and leave them time to answer."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.CLAIMED and not request.mentor_has_written:
            request.remind_mentor()
            await uow.requests.save(request)
            waves = (await uow.communities.get(request.community)).delays.waves[request.urgency]
            patience = waves.reopen - waves.reminder
            await give_time(uow, request, TimerKind.CLAIM_REOPENS, clock.now(), patience)
        await uow.commit()


async def reopen_unanswered(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Open a request again whose mentor never wrote, without blame."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.CLAIMED and not request.mentor_has_written:
            request.release(role=Role.CLOCK, at=clock.now(), reason="silent")
            await uow.requests.save(request)
            community = await uow.communities.get(request.community)
            await begin_search(uow, request, community, clock.now())
        await uow.commit()


async def warn_of_silence(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Tell both sides that silence will close the conversation, and leave them time to write."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.CLAIMED:
            request.warn_of_silence()
            await uow.requests.save(request)
            delays = (await uow.communities.get(request.community)).delays
            patience = delays.silence - delays.silence_warning
            await give_time(uow, request, TimerKind.SILENCE_CLOSES, clock.now(), patience)
        await uow.commit()


async def close_silent(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Close a conversation in which nobody wrote."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.CLAIMED:
            request.close_silent(at=clock.now())
            await credit(uow, request)
            await uow.requests.save(request)
            community = await uow.communities.get(request.community)
            await begin_forgetting(uow, request, community, clock.now())
        await uow.commit()
