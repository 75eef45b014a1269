"""Invite somebody who was helped to help others, once and gently."""

from datetime import timedelta

from bot.domain.ids import RequestId
from bot.domain.people import NOBODY
from bot.domain.policy import State
from bot.domain.timers import Timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork

ONCE_IN = timedelta(days=10 * 365)


async def invite(timer: Timer, *, uow: UnitOfWork, clock: Clock) -> None:
    """Invite the requester, unless they mentor already or were asked before."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        who, here = request.requester, request.community
        if request.state is State.RESOLVED and who != NOBODY:
            mentors = await uow.mentors.at(here, who)
            until = clock.now() + ONCE_IN
            if mentors is None and await uow.notices.invite_once(here, who, until):
                request.invite()
                await uow.requests.save(request)
        await uow.commit()
