"""Community cases, judgments and timers in memory."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import datetime

from adapters.store.memory.shelf import put_back, put_in, taken_out
from adapters.store.memory.tables import MemoryWork
from bot.domain.case_draft import CommunityCase
from bot.domain.ids import CaseId, CommunityId
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import Judgment


class MemoryCommunityCases:
    """Keeps cases."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, case: CommunityCase) -> None:
        shelf = (await self._work.writing()).cases
        self._work.tell(case.events)
        put_in(shelf, case.id, case)

    async def save(self, case: CommunityCase) -> None:
        shelf = (await self._work.writing()).cases
        self._work.tell(case.events)
        put_back(shelf, case.id, case)

    async def get(self, case: CaseId) -> CommunityCase:
        return taken_out(self._work.tables.cases, case)

    async def all(self) -> Sequence[CommunityCase]:
        return [deepcopy(each) for each in self._work.tables.cases.values() if not each.retracted]


class MemoryJudgments:
    """Keeps judgments; those of free searches add up."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, judgment: Judgment) -> None:
        t = await self._work.writing()
        if judgment.request is not None:
            about = (judgment.community, judgment.case, judgment.request)
            t.judgments = {
                number: each
                for number, each in t.judgments.items()
                if (each.community, each.case, each.request) != about
            }
        t.judgments[t.next()] = judgment

    async def all(self, community: CommunityId) -> Sequence[Judgment]:
        return [
            each for each in self._work.tables.judgments.values() if each.community == community
        ]


class MemoryTimers:
    """Keeps timers."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def set(self, timer: Timer) -> None:
        (await self._work.writing()).timers[timer.subject, timer.kind] = timer

    async def cancel(self, subject: str, *kinds: TimerKind) -> None:
        timers = (await self._work.writing()).timers
        for kind in kinds or TimerKind:
            timers.pop((subject, kind), None)

    async def take(self, timer: Timer) -> bool:
        timers, key = (await self._work.writing()).timers, (timer.subject, timer.kind)
        if timers.get(key) != timer:
            return False
        del timers[key]
        return True

    async def of(self, subject: str) -> Sequence[Timer]:
        mine = [t for t in self._work.tables.timers.values() if t.subject == subject]
        return sorted(mine, key=lambda timer: timer.due_at)

    async def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        ripe = (timer for timer in self._work.tables.timers.values() if timer.due_at <= now)
        return sorted(ripe, key=lambda timer: timer.due_at)[:limit]

    async def next_due(self) -> datetime | None:
        return min((timer.due_at for timer in self._work.tables.timers.values()), default=None)
