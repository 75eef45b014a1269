"""Thank the mentor with one click."""

from datetime import timedelta

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import THANKS, Request
from bot.domain.timers import TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request
from bot.services.schedule import set_timer

INVITED_AFTER = timedelta(days=3)  # once the dust has settled, before the link to them goes


async def rate(
    actor: Actor, request_id: RequestId, rating: int, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Note how much the conversation helped (1 to 3); never shown in public."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        request.rate(rating)
        await uow.requests.save(request)
        if rating >= THANKS:
            await _thank(uow, request)
            await set_timer(uow, request, TimerKind.MENTOR_INVITED, clock.now(), INVITED_AFTER)
        await uow.commit()
    return request


async def _thank(uow: UnitOfWork, request: Request) -> None:
    for helper in request.mentors:
        mentor = await uow.mentors.get(helper)
        mentor.note_thanks()
        await uow.mentors.save(mentor)
