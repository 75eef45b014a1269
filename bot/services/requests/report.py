"""Ask the moderators to look at a conversation."""

from collections.abc import Collection, Sequence

from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.policy import Act
from bot.domain.relay import RelayMessage
from bot.domain.report import Report
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import either_side


async def reportable(
    uow: UnitOfWork, actor: Actor, request_id: RequestId
) -> tuple[Request, Sequence[RelayMessage]]:
    """Return a request with what the other side wrote in it, newest first."""
    request, side, role = await either_side(uow, actor, request_id)
    request.check(Act.REPORT, role)
    messages = await uow.relay.of(request.id)
    return request, [m for m in reversed(messages) if m.author is not side and not m.deleted]


async def report(
    actor: Actor,
    request_id: RequestId,
    joined: Collection[str] = (),
    *,
    uow: UnitOfWork,
    clock: Clock,
) -> Request:
    """Report the conversation, from either side, with the messages that moderators may read."""
    async with uow:
        request, side, role = await either_side(uow, actor, request_id)
        _, messages = await reportable(uow, actor, request_id)
        shown = tuple(message.id for message in messages if message.id in joined)
        mentor = await uow.mentors.at(actor.community, actor.address)
        by = mentor.id if mentor and side is Party.MENTOR else None
        request.report(Report(side, clock.now().date(), by, shown), role)
        await uow.requests.save(request)
        await uow.commit()
    return request
