"""Forget who asked, then what was said; forget rehearsals."""

from contextlib import suppress

from bot.domain.errors import NotFound
from bot.domain.ids import DrillId, RequestId
from bot.domain.people import NOBODY
from bot.domain.policy import Role
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.erasing import erase_request


async def forget_requester(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy the link between a request that ended and whoever made it."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        with suppress(NotFound):  # erased by its author meanwhile
            request = await uow.requests.get(RequestId(timer.subject))
            request.requester = NOBODY
            await uow.requests.save(request)
        await uow.commit()


async def forget_everything(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Destroy the conversation of a request that ended long enough ago, wherever it shows."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        with suppress(NotFound):
            request = await uow.requests.get(RequestId(timer.subject))
            await erase_request(uow, request, Role.CLOCK, clock.now())
        await uow.commit()


async def end_erasure(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy the keys of an erased request, and with them the way to what it left."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        await uow.requests.erase(RequestId(timer.subject))
        await uow.commit()


async def forget_drill(timer: Timer, *, uow: UnitOfWork) -> None:
    """Destroy a rehearsal that began long enough ago."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        await uow.drills.remove(DrillId(timer.subject))
        await uow.commit()
