"""What a mentor could take: at home, and what partner communities offer."""

from collections.abc import Sequence

from bot.domain.mentor import Mentor
from bot.domain.queue import waiting
from bot.domain.request import Request
from bot.ports.store import UnitOfWork


async def open_to(uow: UnitOfWork, mentor: Mentor) -> Sequence[Request]:
    """Return the open requests that ``mentor`` may take, those to serve first before."""
    home = await uow.communities.get(mentor.community)
    live = list(await uow.requests.live(home.id))
    for partner in home.partners:
        offered = await uow.requests.live(partner.community)
        live += (each for each in offered if home.id in each.guests)
    return waiting(r for r in live if not mentor.is_at(r.requester) and mentor.id not in r.avoided)
