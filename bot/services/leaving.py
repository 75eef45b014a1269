"""What ends when people cannot be reached any more: they left, or their space did."""

from datetime import datetime, timedelta

from bot.domain.community import Community, Space
from bot.domain.mentor import Mentor
from bot.domain.request import Request
from bot.domain.timers import TimerKind
from bot.ports.store import UnitOfWork
from bot.services.crediting import credit
from bot.services.handing_back import hand_back_all
from bot.services.schedule import begin_forgetting, set_timer

# Whose space parted can open neither inbox nor privacy page any more: they are told, and
# the link to them goes without their asking.
TELLS_WITHIN = timedelta(hours=1)


async def end_without_requester(
    uow: UnitOfWork, request: Request, now: datetime, reason: str = "gone"
) -> None:
    """End a request and begin to forget it; one that ended is left alone."""
    if request.has_ended:
        return
    request.lose_requester(reason, at=now)
    if request.mentors:
        await credit(uow, request)
    await uow.requests.save(request)
    community = await uow.communities.get(request.community)
    await begin_forgetting(uow, request, community, now)


async def lose_accounts(uow: UnitOfWork, community: Community, space: Space, now: datetime) -> None:
    """Keep mentors' other accounts; who has none left is a mentor no more."""
    for mentor in await uow.mentors.all(community.id):
        left = tuple(a for a in mentor.addresses if (a.platform, a.space) != space.where)
        if len(left) == len(mentor.addresses):
            continue
        if left:
            mentor.addresses = left
        else:
            await _lose(uow, mentor, now, told=space.has_left)
        await uow.mentors.save(mentor)


async def _lose(uow: UnitOfWork, mentor: Mentor, now: datetime, *, told: bool) -> None:
    await hand_back_all(uow, mentor, now)
    if told:
        mentor.part()
    else:
        mentor.leave()


async def part_with_requesters(
    uow: UnitOfWork, community: Community, space: Space, now: datetime
) -> None:
    """End what was asked from a space that parted, and forget soon who asked."""
    live = await uow.requests.live(community.id)
    for request in (*live, *await uow.requests.ended(community.id)):
        if (request.requester.platform, request.requester.space) == space.where:
            await end_without_requester(uow, request, now, "parted")
            await set_timer(uow, request, TimerKind.IDENTITY_SHREDDED, now, TELLS_WITHIN)
