"""Note how far a message got, so that its author sees it."""

from bot.domain.errors import NotFound
from bot.domain.ids import MessageId
from bot.domain.relay import Delivery
from bot.ports.store import UnitOfWork


async def settle(
    message_id: MessageId, delivery: Delivery, reason: str = "", *, uow: UnitOfWork
) -> None:
    """Store the state of a message; a message that is gone needs none."""
    async with uow:
        try:
            message = await uow.relay.get(message_id)
        except NotFound:
            return
        message.settle(delivery, reason)
        await uow.relay.save(message)
        await uow.commit()
