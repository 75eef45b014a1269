"""The audit trail, in memory."""

from collections.abc import Sequence
from datetime import datetime

from adapters.store.memory.tables import MemoryWork
from bot.domain.ids import CommunityId
from bot.domain.trail import Entry


class MemoryTrail:
    """Keeps the trail."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def note(self, number: int, entry: Entry) -> None:
        (await self._work.writing()).trail[number] = entry

    async def of(self, community: CommunityId, since: datetime, until: datetime) -> Sequence[Entry]:
        kept = sorted(self._work.tables.trail.items())
        return [e for _, e in kept if e.community == community and since <= e.at < until]
