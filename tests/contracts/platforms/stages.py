"""Opens each platform with the same people in it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import uvicorn
from starlette.applications import Starlette

from adapters.case_search import KnowledgeSearch
from adapters.charts import PillowCharts
from adapters.dispatcher import Dispatcher
from adapters.pictures import PillowPictures
from adapters.reading import KnowledgeRedactor, KnowledgeTriage
from adapters.scheduler import Scheduler
from adapters.store.memory.store import MemoryStore
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from adapters.web.app import WebServer, create_app
from adapters.web.outbound import WebMessenger
from adapters.web.site import Site
from bot import demo
from bot.bootstrap.core import make_dispatcher, make_scheduler
from bot.domain.ids import CommunityId, new_id
from bot.helpdesk import HelpDesk
from bot.ports.outbound import Messenger
from bot.tools import Tools
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.contracts.platforms.web import WebDriver
from tests.fakes.clock import FakeClock
from tests.fakes.stubborn import Stubborn

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


@dataclass(frozen=True)
class Core:
    """The core with a store in memory and a clock that the test moves."""

    tools: Tools
    desk: HelpDesk
    clock: FakeClock
    dispatcher: Dispatcher
    scheduler: Scheduler
    community: CommunityId

    async def settle(self) -> None:
        """Say everything that is to be said now."""
        await self.dispatcher.drain()
        await self.scheduler.run_due()
        await self.dispatcher.drain()

    async def pass_time(self, seconds: float) -> None:
        """Let time pass, minute by minute."""
        for _ in range(round(seconds / 60)):
            self.clock.advance(minutes=1)
            await self.settle()


async def open_core(
    memory: Memory, messengers: dict[str, Messenger], database: Stubborn | None = None
) -> Core:
    """Wire the core and found a community with two mentors; nothing is said yet."""
    clock, bell = database.clock if database else FakeClock(), asyncio.Event()
    store = database.store if database else MemoryStore(clock=clock, bells=[bell])
    tools = make_tools(store, clock, memory)
    dispatcher = make_dispatcher(tools, store.outbox, messengers, bell)
    community = CommunityId(new_id())
    core = Core(tools, HelpDesk(tools), clock, dispatcher, make_scheduler(tools, bell), community)
    await demo.found_community(core.desk, tools, community)
    return core


@asynccontextmanager
async def open_stage(memory: Memory, folder: Path) -> AsyncIterator[StageDriver]:
    """The neutral platform, without any SDK."""
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    await core.settle()
    yield StageDriver(core.desk, messenger, core.community, core.settle, core.pass_time, core.clock)


@asynccontextmanager
async def open_web(memory: Memory, folder: Path) -> AsyncIterator[WebDriver]:
    """The page, behind a real server on a free port of this machine."""
    messengers: dict[str, Messenger] = {}
    core = await open_core(memory, messengers)
    vault = FileVault(folder / "keys", clock=core.clock)
    site = await Site.open(
        folder / "page.db",
        vault=vault,
        wordings=core.tools.wordings,
        community=core.community,
    )
    messengers["web"] = WebMessenger(site)
    await core.settle()
    app = create_app(site=site, desk=core.desk)
    async with served(app, site) as url:
        headers = {"origin": url}
        async with httpx.AsyncClient(base_url=url, headers=headers, timeout=30) as client:
            yield WebDriver(client, core.settle, core.pass_time, core.clock)
    await site.close()


@asynccontextmanager
async def served(app: Starlette, site: Site) -> AsyncIterator[str]:
    """Serve on a socket that the machine chose."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    config = uvicorn.Config(app, log_config=None, access_log=False, lifespan="off")
    server = WebServer(site, config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        await task
        listening.close()


def make_tools(store: MemoryStore | SqlStore, clock: FakeClock, memory: Memory) -> Tools:
    search, triage = memory
    return Tools(
        uow=store.uow,
        clock=clock,
        search=search,
        redactor=KnowledgeRedactor(),
        triage=triage,
        pictures=PillowPictures(),
        charts=PillowCharts(),
        wordings=load(strict=True),
    )
