"""Thank the mentor with one click."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import THANKS, Request
from bot.ports.store import UnitOfWork
from bot.services.access import own_request


async def rate(actor: Actor, request_id: RequestId, rating: int, *, uow: UnitOfWork) -> Request:
    """Note how much the conversation helped (1 to 3); never shown in public."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        request.rate(rating)
        await uow.requests.save(request)
        if rating >= THANKS:
            await _thank(uow, request)
        await uow.commit()
    return request


async def _thank(uow: UnitOfWork, request: Request) -> None:
    for helper in request.mentors:
        mentor = await uow.mentors.get(helper)
        mentor.note_thanks()
        await uow.mentors.save(mentor)
