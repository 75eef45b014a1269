"""Show the masked text to the community, at once or after a random delay."""

import secrets
from datetime import timedelta

from bot.domain.code_names import new_code_name
from bot.domain.ids import RequestId, new_receipt
from bot.domain.people import Actor
from bot.domain.policy import Role, State
from bot.domain.request import Request
from bot.domain.timers import TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request, require_not_blocked
from bot.services.publishing import make_public
from bot.services.schedule import set_timer


async def publish(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> Request:
    """Publish a draft; a second click finds it published and changes nothing."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        if request.state in (State.OPEN, State.CLAIMED) or request.is_scheduled:
            return request
        await require_not_blocked(uow, actor, clock.now())
        taken = await uow.requests.code_names(actor.community)
        request.prepare(code_name=new_code_name(taken), receipt=new_receipt())
        await uow.timers.cancel(request.id)
        await _show(uow, request, clock)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def _show(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    delays = (await uow.communities.get(request.community)).delays
    delay = _discretion(delays.discretion) if request.may_wait else timedelta()
    if delay:
        await set_timer(uow, request, TimerKind.PUBLISH, clock.now(), delay)
    else:
        await make_public(uow, request, Role.REQUESTER, clock.now())


def _discretion(longest: timedelta) -> timedelta:
    """Draw a delay: none for three in ten, else uniform (zero-inflated uniform).

    Source: Goldberg, Fanti and Shah, arXiv 2211.12686; never offered as a guarantee.
    """
    if secrets.randbelow(10) < 3:
        return timedelta()
    return timedelta(seconds=1 + secrets.randbelow(max(1, int(longest.total_seconds()))))
