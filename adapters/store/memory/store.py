"""The store in memory: units of work that really roll back, and its outbox."""

import asyncio
from collections.abc import Callable, Sequence
from types import TracebackType
from typing import Self

from adapters.store.memory.casebook import MemoryCommunityCases, MemoryJudgments, MemoryTimers
from adapters.store.memory.drills import MemoryDrills
from adapters.store.memory.notices import MemoryNotices
from adapters.store.memory.outbox import MemoryOutbox
from adapters.store.memory.people import (
    MemoryBlocks,
    MemoryCommunities,
    MemoryLimits,
    MemoryMentors,
    MemorySnippets,
)
from adapters.store.memory.platform_memory import MemoryPlatformMemory
from adapters.store.memory.requests import MemoryDrafts, MemoryRelayLog, MemoryRequests
from adapters.store.memory.tables import MemoryWork, Shared
from adapters.store.memory.trail import MemoryTrail
from bot.ports import store as ports
from bot.ports.blocks import Blocks
from bot.ports.clock import Clock
from bot.ports.trail import Trail


class MemoryUnitOfWork:
    """Saves all or nothing, in memory."""

    requests: ports.Requests
    mentors: ports.Mentors
    relay: ports.RelayLog
    drafts: ports.Drafts
    cases: ports.CommunityCases
    communities: ports.Communities
    timers: ports.Timers
    snippets: ports.Snippets
    drills: ports.Drills
    blocks: Blocks
    notices: ports.Notices
    limits: ports.Limits
    judgments: ports.Judgments
    trail: Trail

    def __init__(self, shared: Shared, wake: Callable[[], None]) -> None:
        self._work, self._wake = MemoryWork(shared), wake
        work = self._work
        self.requests = MemoryRequests(work)
        self.mentors = MemoryMentors(work)
        self.relay = MemoryRelayLog(work)
        self.drafts = MemoryDrafts(work)
        self.cases = MemoryCommunityCases(work)
        self.communities = MemoryCommunities(work)
        self.timers = MemoryTimers(work)
        self.snippets = MemorySnippets(work)
        self.drills = MemoryDrills(work)
        self.blocks = MemoryBlocks(work)
        self.notices = MemoryNotices(work)
        self.limits = MemoryLimits(work)
        self.judgments = MemoryJudgments(work)
        self.trail = MemoryTrail(work)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._work.roll_back()

    async def commit(self) -> None:
        await self._work.commit()
        self._wake()


class MemoryStore:
    """Everything that is kept, until the process ends.

    ``bells`` are set after each commit: the dispatcher and the scheduler wait for them.
    """

    def __init__(self, *, clock: Clock, bells: Sequence[asyncio.Event] = ()) -> None:
        self._bells, self.shared = bells, Shared()
        self.outbox = MemoryOutbox(self.shared, clock)
        self.platform_memory = MemoryPlatformMemory(self.shared, clock)

    def uow(self) -> MemoryUnitOfWork:
        """Return a new unit of work."""
        return MemoryUnitOfWork(self.shared, self._wake)

    def _wake(self) -> None:
        for bell in self._bells:
            bell.set()
