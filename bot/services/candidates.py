"""What matching must know of each mentor at this moment."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.domain.ids import CommunityId, MentorId
from bot.domain.matching import NOTICES_COUNT_FOR, Candidate
from bot.domain.mentor import Mentor, Standing
from bot.domain.people import NOBODY
from bot.domain.request import Request
from bot.ports.memory import CaseSearch
from bot.ports.store import UnitOfWork


async def candidates(
    uow: UnitOfWork,
    request: Request,
    *,
    search: CaseSearch,
    now: datetime,
    community: CommunityId | None = None,
) -> Sequence[Candidate]:
    """Return every approved mentor of the request's community (or of ``community``)."""
    where = community or request.community
    mentors = [m for m in await uow.mentors.all(where) if m.standing is Standing.APPROVED]
    held = Counter(m for each in await uow.requests.live(where) for m in each.mentors)
    notices = await uow.notices.since(where, (now - NOTICES_COUNT_FOR).date())
    near = await search.closeness(request.text, [m.profile.experience for m in mentors])
    past = await _past(uow, request, where, search)
    kept_away = await _kept_away(uow, request, where, mentors, now)
    return [
        Candidate(
            mentor,
            held=held[mentor.id],
            notices=notices.get(mentor.id, 0),
            closeness=closeness,
            past=past.get(mentor.id, 0.0),
            blocked=mentor.id in kept_away,
        )
        for mentor, closeness in zip(mentors, near, strict=True)
    ]


async def _past(
    uow: UnitOfWork, request: Request, community: CommunityId, search: CaseSearch
) -> Mapping[MentorId, float]:
    """Return how close the nearest request is that each mentor resolved, while it is kept."""
    resolved = [each for each in await uow.requests.resolved(community) if each.mentors]
    near = await search.closeness(request.text, [each.text for each in resolved])
    best: dict[MentorId, float] = defaultdict(float)
    for earlier, closeness in zip(resolved, near, strict=True):
        for mentor in earlier.mentors:
            best[mentor] = max(best[mentor], closeness)
    return best


async def _kept_away(
    uow: UnitOfWork,
    request: Request,
    community: CommunityId,
    mentors: Sequence[Mentor],
    now: datetime,
) -> Collection[MentorId]:
    """Return whom the moderators blocked, and whom this requester would rather not meet again."""
    accounts = {address: mentor.id for mentor in mentors for address in mentor.addresses}
    blocked = await uow.blocks.blocked_among(community, accounts, now)
    parted: Collection[MentorId] = ()
    if request.requester != NOBODY:
        ids = [mentor.id for mentor in mentors]
        parted = await uow.blocks.parted(request.community, request.requester, ids, now)
    return {*(accounts[address] for address in blocked), *parted}
