"""Make a request public: its card shows, and the search for a mentor begins."""

from datetime import datetime

from bot.domain.policy import Role
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.schedule import begin_search


async def make_public(uow: UnitOfWork, request: Request, role: Role, now: datetime) -> None:
    """Publish, because the requester says so now or because the delay they chose has passed."""
    request.publish(at=now, role=role)
    community = await uow.communities.get(request.community)
    await begin_search(uow, request, community, now)
