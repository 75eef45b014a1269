"""Edit a message or take it back: the other side follows."""

from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.relay import RelayMessage
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.access import either_side
from bot.services.answers import require_message
from bot.services.masking import mask_for_mentors


async def edit(
    actor: Actor,
    request_id: RequestId,
    origin: str,
    text: str,
    *,
    uow: UnitOfWork,
    redactor: Redactor,
) -> RelayMessage:
    """Replace the words of one's own message."""
    async with uow:
        message, side = await _own_message(uow, actor, request_id, origin)
        words = require_message(text)
        if side is Party.REQUESTER:
            request = await uow.requests.get(request_id)
            words = await mask_for_mentors(uow, request, words, redactor)
        message.edit(words, by=side)
        await uow.relay.save(message)
        await uow.commit()
    return message


async def delete(
    actor: Actor, request_id: RequestId, origin: str, *, uow: UnitOfWork
) -> RelayMessage:
    """Take one's own message back."""
    async with uow:
        message, side = await _own_message(uow, actor, request_id, origin)
        message.delete(by=side)
        await uow.relay.save(message)
        await uow.commit()
    return message


async def _own_message(
    uow: UnitOfWork, actor: Actor, request_id: RequestId, origin: str
) -> tuple[RelayMessage, Party]:
    _, side, _ = await either_side(uow, actor, request_id)
    message = await uow.relay.by_origin(request_id, origin)
    if message is None:
        raise NotFound
    writer = await uow.mentors.at(actor.community, actor.address)
    if side is Party.MENTOR and (writer is None or writer.id != message.mentor):
        raise NotFound
    return message, side
