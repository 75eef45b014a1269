"""Append something that the requester forgot, masked like the rest."""

from bot.domain.ids import RequestId
from bot.domain.limits import STORY_MAX
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.access import own_request
from bot.services.answers import require_story


async def add_details(
    actor: Actor, request_id: RequestId, text: str, *, uow: UnitOfWork, redactor: Redactor
) -> Request:
    """Add details to a public request."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        room = max(0, 2 * STORY_MAX - len(request.text))
        cleaned = require_story(text, maximum=min(STORY_MAX, room))
        masked = redactor.redact(cleaned, names=request.hidden_names, language=request.language)
        request.add_details(masked.text)
        await uow.requests.save(request)
        await uow.commit()
    return request
