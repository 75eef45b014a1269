"""What ends when somebody who asked cannot be reached any more."""

from datetime import datetime

from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.crediting import credit
from bot.services.schedule import begin_forgetting


async def end_without_requester(uow: UnitOfWork, request: Request, now: datetime) -> None:
    """End a request and begin to forget it; one that ended is left alone."""
    if request.has_ended:
        return
    request.lose_requester(at=now)
    if request.mentors:
        await credit(uow, request)
    await uow.requests.save(request)
    community = await uow.communities.get(request.community)
    await begin_forgetting(uow, request, community, now)
