"""Erase a request, or all of them: text, conversation, and the link to a person."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.policy import Role
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request, request_of_receipt
from bot.services.erasing import erase_request


async def erase(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> None:
    """Erase one of the actor's requests."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        await erase_request(uow, request, Role.REQUESTER, clock.now())
        await uow.commit()


async def erase_everything(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> int:
    """Erase all of the actor's requests and return how many there were."""
    async with uow:
        requests = await uow.requests.of(actor.community, actor.address)
        for request in requests:
            await erase_request(uow, request, Role.REQUESTER, clock.now())
        await uow.commit()
    return len(requests)


async def erase_by_receipt(actor: Actor, receipt: str, *, uow: UnitOfWork, clock: Clock) -> None:
    """Erase a request from any account, with the code that its author was given."""
    async with uow:
        request = await request_of_receipt(uow, actor, receipt)
        await erase_request(uow, request, Role.REQUESTER, clock.now())
        await uow.commit()
