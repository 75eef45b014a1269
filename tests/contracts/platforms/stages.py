"""Opens each platform with the same people in it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.pictures import PillowPictures
from adapters.reading import KnowledgeRedactor, KnowledgeTriage
from adapters.store.memory.store import MemoryStore
from bot import demo
from bot.bootstrap import make_dispatcher, make_scheduler
from bot.domain.ids import CommunityId, new_id
from bot.helpdesk import HelpDesk
from bot.tools import Tools
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.fakes.clock import FakeClock


@asynccontextmanager
async def open_stage(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], folder: Path
) -> AsyncIterator[StageDriver]:
    """The core with a store in memory, without any SDK."""
    clock, bell = FakeClock(), asyncio.Event()
    store = MemoryStore(clock=clock, bells=[bell])
    tools = make_tools(store, clock, memory)
    messenger = StageMessenger()
    dispatcher = make_dispatcher(tools, store.outbox, {"web": messenger}, bell)
    scheduler = make_scheduler(tools, bell)

    async def settle() -> None:
        await dispatcher.drain()
        await scheduler.run_due()
        await dispatcher.drain()

    async def pass_time(seconds: float) -> None:
        for _ in range(round(seconds / 60)):
            clock.advance(minutes=1)
            await settle()

    desk = HelpDesk(tools)
    community = CommunityId(new_id())
    await demo.found_community(desk, tools, community)
    await settle()
    yield StageDriver(desk, messenger, community, settle, pass_time, clock)


def make_tools(
    store: MemoryStore, clock: FakeClock, memory: tuple[KnowledgeSearch, KnowledgeTriage]
) -> Tools:
    search, triage = memory
    return Tools(
        uow=store.uow,
        clock=clock,
        search=search,
        redactor=KnowledgeRedactor(),
        triage=triage,
        pictures=PillowPictures(),
        wordings=load(strict=True),
    )
