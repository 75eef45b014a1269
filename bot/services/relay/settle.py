"""Note how far a message got, so that its author sees it."""

from typing import Literal

from bot.domain.errors import NotFound
from bot.domain.ids import MessageId
from bot.domain.people import Party
from bot.domain.relay import Delivery as Progress
from bot.ports.outbound import Delivery, ToRequester
from bot.ports.store import UnitOfWork


async def settle(
    delivery: Delivery,
    outcome: Literal["waiting", "delivered", "failed"],
    reason: str = "",
    *,
    uow: UnitOfWork,
) -> None:
    """Store what became of a message's delivery; other deliveries need no note.

    It is there once the other side has it: what its author's own side sees does not count.
    """
    if delivery.view != "message":
        return
    async with uow:
        try:
            message = await uow.relay.get(MessageId(delivery.arguments["message"]))
        except NotFound:  # erased meanwhile
            return
        if isinstance(delivery.recipient, ToRequester) is not (message.author is Party.MENTOR):
            return
        message.settle(Progress(outcome), reason)
        await uow.relay.save(message)
        await uow.commit()
