"""Give a person everything that is stored about them, as plain data."""

from collections.abc import Mapping
from typing import Any

from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.store import UnitOfWork


async def export(actor: Actor, *, uow: UnitOfWork) -> Mapping[str, Any]:
    """Return the actor's requests and conversations, ready for JSON."""
    async with uow:
        requests = await uow.requests.of(actor.community, actor.address)
        return {"requests": [await _request(uow, request) for request in requests]}


async def _request(uow: UnitOfWork, request: Request) -> Mapping[str, Any]:
    messages = await uow.relay.of(request.id)
    return {
        "code_name": request.code_name,
        "created_on": request.created_on.isoformat(),
        "state": request.state.value,
        "urgency": request.urgency.value,
        "category": request.category.value if request.category else None,
        "text": request.text,
        "names_to_hide": list(request.hidden_names),
        "whom_not_to_ask": request.excluded,
        "name_given": request.naming.requester,
        "messages": [
            {"from": message.author.value, "text": message.text, "deleted": message.deleted}
            for message in messages
        ],
    }
