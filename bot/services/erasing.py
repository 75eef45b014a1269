"""How a request goes for good: its words at once, the rest once nothing shows it any more."""

from datetime import datetime, timedelta

from bot.domain.policy import Role
from bot.domain.request import Request
from bot.domain.timers import TimerKind
from bot.ports.store import UnitOfWork
from bot.services.schedule import set_timer, stop

ERASED_WITHIN = timedelta(hours=1)  # what platforms show is taken down meanwhile


async def erase_request(uow: UnitOfWork, request: Request, role: Role, now: datetime) -> None:
    """Destroy every word of it; its posts are still found, for as long as it takes to remove them.

    The keys and the link to a person go within ``ERASED_WITHIN``, whatever platforms do.
    """
    request.erase(role)
    await uow.requests.save(request)
    await stop(uow, request)
    if request.is_public:
        await uow.requests.destroy_words(request.id)
        await set_timer(uow, request, TimerKind.ERASURE_ENDS, now, ERASED_WITHIN)
    else:
        await uow.requests.erase(request.id)
