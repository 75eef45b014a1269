"""Rehearsals in memory."""

from collections.abc import Sequence
from copy import deepcopy

from adapters.store.memory.shelf import put_back, put_in, taken_out
from adapters.store.memory.tables import MemoryWork
from bot.domain.drill import Drill
from bot.domain.ids import CommunityId, DrillId
from bot.domain.people import Address


class MemoryDrills:
    """Keeps drills."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, drill: Drill) -> None:
        shelf = (await self._work.writing()).drills
        self._work.tell(drill.events)
        put_in(shelf, drill.id, drill)

    async def save(self, drill: Drill) -> None:
        shelf = (await self._work.writing()).drills
        self._work.tell(drill.events)
        put_back(shelf, drill.id, drill)

    async def get(self, drill: DrillId) -> Drill:
        return taken_out(self._work.tables.drills, drill)

    async def of(self, community: CommunityId, person: Address) -> Sequence[Drill]:
        known = reversed(self._work.tables.drills.values())
        mine = [d for d in known if (d.community, d.opened_by) == (community, person)]
        return deepcopy(mine)

    async def remove(self, drill: DrillId) -> None:
        (await self._work.writing()).drills.pop(drill, None)
