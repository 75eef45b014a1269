"""Lift anonymity by mutual consent, only between the two, or stay as one is."""

from bot.domain.errors import InvalidAnswers
from bot.domain.ids import RequestId
from bot.domain.limits import LINE_MAX
from bot.domain.people import Actor, Party
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.access import either_side
from bot.services.answers import clean


async def give_name(actor: Actor, request_id: RequestId, name: str, *, uow: UnitOfWork) -> Request:
    """Offer a name; both names are shown once both sides gave theirs, to each other alone."""
    name = clean(name)[:LINE_MAX]
    if not name:
        raise InvalidAnswers({"name": "fault-empty"})
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        mentor = await uow.mentors.at(actor.community, actor.address)
        by = mentor.id if mentor and side is Party.MENTOR else None
        request.give_name(side, name, role, by)
        await uow.requests.save(request)
        await uow.commit()
    return request


async def keep_name(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> Request:
    """Take the offer back, or decline the other's; the other learns only that it is off."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        request.keep_name(side, role)
        await uow.requests.save(request)
        await uow.commit()
    return request
