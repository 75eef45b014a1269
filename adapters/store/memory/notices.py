"""Counts of notices, in memory."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date, datetime

from adapters.store.memory.tables import MemoryWork
from bot.domain.ids import CommunityId, MentorId
from bot.domain.people import Address


class MemoryNotices:
    """Counts notices."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def note(self, community: CommunityId, mentors: Collection[MentorId], on: date) -> None:
        t = await self._work.writing()
        t.notices = (*t.notices, *((community, mentor, on) for mentor in mentors))

    async def since(self, community: CommunityId, on: date) -> Mapping[MentorId, int]:
        noted = self._work.tables.notices
        return Counter(m for where, m, day in noted if where == community and day >= on)

    async def invite_once(self, community: CommunityId, person: Address, until: datetime) -> bool:
        invited = (await self._work.writing()).invited
        first = (community, person) not in invited
        invited[community, person] = until
        return first
