"""Erase a request, or all of them: text, conversation, and the link to a person."""

from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.access import own_request
from bot.services.answers import clean


async def erase(actor: Actor, request_id: RequestId, *, uow: UnitOfWork) -> None:
    """Erase one of the actor's requests."""
    async with uow:
        await _erase(uow, await own_request(uow, actor, request_id))
        await uow.commit()


async def erase_everything(actor: Actor, *, uow: UnitOfWork) -> int:
    """Erase all of the actor's requests and return how many there were."""
    async with uow:
        requests = await uow.requests.of(actor.community, actor.address)
        for request in requests:
            await _erase(uow, request)
        await uow.commit()
    return len(requests)


async def erase_by_receipt(actor: Actor, receipt: str, *, uow: UnitOfWork) -> None:
    """Erase a request from any account, with the code that its author was given."""
    async with uow:
        code = "".join(clean(receipt).upper().split())
        request = await uow.requests.by_receipt(actor.community, code)
        if request is None:
            raise NotFound("refusal-unknown-receipt")
        await _erase(uow, request)
        await uow.commit()


async def _erase(uow: UnitOfWork, request: Request) -> None:
    request.erase()
    await uow.requests.save(request)
    await uow.timers.cancel(request.id)
    await uow.requests.erase(request.id)
