"""One transaction on the database, with the events to tell once it is committed."""

from collections.abc import Callable
from types import TracebackType
from typing import Self

from adapters.store import journal
from adapters.store.engine import Engine
from adapters.store.repositories.blocks import SqlBlocks
from adapters.store.repositories.cases import SqlCommunityCases
from adapters.store.repositories.communities import SqlCommunities
from adapters.store.repositories.drafts import SqlDrafts
from adapters.store.repositories.drills import SqlDrills
from adapters.store.repositories.judgments import SqlJudgments
from adapters.store.repositories.limits import SqlLimits
from adapters.store.repositories.mentors import SqlMentors
from adapters.store.repositories.notices import SqlNotices
from adapters.store.repositories.relay import SqlRelayLog
from adapters.store.repositories.requests import SqlRequests
from adapters.store.repositories.snippets import SqlSnippets
from adapters.store.repositories.timers import SqlTimers
from adapters.store.repositories.trail import SqlTrail
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.vault import FileVault
from adapters.store.work import Work
from bot.ports import store as ports
from bot.ports.blocks import Blocks
from bot.ports.trail import Trail


class SqlUnitOfWork:
    """Saves all or nothing, then wakes whoever waits for news."""

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

    def __init__(
        self,
        engine: Engine,
        vault: FileVault,
        turn: Turn | None,
        wake: Callable[[], None],
        *,
        durable: bool = True,
    ) -> None:
        self._db, self._wake = Transaction(engine, turn, durable=durable), wake
        self._work = work = Work(self._db, vault)
        self.requests = SqlRequests(work)
        self.mentors = SqlMentors(work)
        self.relay = SqlRelayLog(work)
        self.drafts = SqlDrafts(work)
        self.cases = SqlCommunityCases(work)
        self.communities = SqlCommunities(work)
        self.timers = SqlTimers(work)
        self.snippets = SqlSnippets(work)
        self.drills = SqlDrills(work)
        self.blocks = SqlBlocks(work)
        self.notices = SqlNotices(work)
        self.limits = SqlLimits(work)
        self.judgments = SqlJudgments(work)
        self.trail = SqlTrail(work)

    async def __aenter__(self) -> Self:
        await self._db.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._work.told.clear()
        await self._db.__aexit__(kind, error, traceback)

    async def commit(self) -> None:
        await journal.write_down(self._db, self._work.told)
        await self._db.commit()
        self._work.told.clear()
        self._wake()
