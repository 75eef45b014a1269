"""The core, wired: the store, the memory, what speaks after the commit, what keeps time."""

import asyncio
import gc
import threading
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from random import SystemRandom
from typing import Literal

from adapters.charts import PillowCharts
from adapters.clock import SystemClock
from adapters.dispatcher import DispatchedOutbox, Dispatcher
from adapters.metrics import CountedMessenger, Metrics
from adapters.pictures import PillowPictures
from adapters.reading import KnowledgeRedactor
from adapters.scheduler import Scheduler
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.occupied import at_work_with
from adapters.store.private import make_folder
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.bootstrap.line import Line
from bot.bootstrap.memory import Memory, Stopped, load_memory
from bot.desk.clockwork import TIMERS
from bot.domain.errors import LEFT, NotFound
from bot.domain.events import RequestClaimed
from bot.helpdesk import HelpDesk
from bot.ports.clock import Clock
from bot.ports.outbound import Delivery, JournalledEvent, Messenger, ToRequester
from bot.ports.store import UnitOfWorkFactory
from bot.reactions.react import react
from bot.services.relay.settle import settle
from bot.services.requests.lose_requester import lose_requester
from bot.settings import Settings
from bot.tools import Tools
from bot.views.draw import draw
from bot.wording import load as load_wordings
from knowledge.embedder import Mode

FINISH_WITHIN_S = 8.0  # hosts kill ten seconds after they told to stop, or later


@dataclass(frozen=True, slots=True)
class Entraide:
    """Everything wired together; ``messengers`` are added by the platforms that start."""

    settings: Settings
    store: SqlStore
    vault: FileVault
    tools: Tools
    desk: HelpDesk
    dispatcher: Dispatcher
    scheduler: Scheduler
    messengers: dict[str, Messenger]
    model: Mode
    metrics: Metrics
    lines: dict[str, Line] = field(default_factory=dict)  # the platforms that were opened

    def deliver_by(self, messenger: Messenger) -> None:
        """Let a platform's messenger deliver from now on."""
        self.messengers[messenger.platform] = CountedMessenger(messenger, self.metrics)


@asynccontextmanager
async def entraide(
    settings: Settings, clock: Clock | None = None, metrics: Metrics | None = None
) -> AsyncIterator[Entraide]:
    """Open the database, load the memory and wire the core; close it all at the end."""
    clock, metrics = clock or SystemClock(), metrics or Metrics()
    make_folder(settings.state_dir)
    with at_work_with(settings.keys):
        async with _opened(settings, clock, metrics) as house:
            yield house


@asynccontextmanager
async def _opened(settings: Settings, clock: Clock, metrics: Metrics) -> AsyncIterator[Entraide]:
    await upgrade(settings.database)
    vault = FileVault(settings.keys, clock=clock)
    reading, bells = _Reading(), (asyncio.Event(), asyncio.Event())
    store = SqlStore(create_engine(settings.database), vault=vault, clock=clock, bells=bells)
    try:
        await store.begin()
        memory = await asyncio.to_thread(load_memory, settings, took=metrics.searched)
        reading.start(memory)
        tools = Tools(
            uow=store.uow,
            clock=clock,
            search=memory.search,
            redactor=KnowledgeRedactor(),
            triage=memory.triage,
            pictures=PillowPictures(),
            charts=PillowCharts(),
            wordings=load_wordings(),
            host=settings.host_name,
            host_administers=settings.operator_is_admin,
        )
        await _learn_own_cases(tools)
        messengers: dict[str, Messenger] = {}
        yield Entraide(
            settings,
            store,
            vault,
            tools,
            HelpDesk(tools),
            make_dispatcher(
                tools, store.outbox, messengers, bells[0], note=store.note, metrics=metrics
            ),
            make_scheduler(tools, bells[1], sweep=store.sweep),
            messengers,
            memory.mode,
            metrics,
        )
    finally:
        await reading.stop()
        await store.close()


class _Reading:
    """Makes the casebook searchable in a thread of its own: the page opens meanwhile."""

    def __init__(self) -> None:
        self._told = threading.Event()
        self._thread: threading.Thread | None = None

    def start(self, memory: Memory) -> None:
        self._thread = threading.Thread(target=self._read, args=(memory,), name="reading")
        self._thread.start()

    async def stop(self) -> None:
        """Stop at the next case: native code that runs when Python ends aborts the process."""
        self._told.set()
        if self._thread:
            await asyncio.to_thread(self._thread.join)

    def _read(self, memory: Memory) -> None:
        """Read, and keep the garbage collector away from what was read.

        The model, its libraries and the casebook are some million objects that stay to the end:
        walking through them would stop everything for half a second, again and again.
        """
        with suppress(Stopped):
            memory.read_all(self._told)
            gc.collect()
            gc.freeze()


@asynccontextmanager
async def at_work(house: Entraide) -> AsyncIterator[None]:
    """Deliver and keep time in the background; what is in flight at the end is finished.

    Not for ever: what a platform does not take in time is left, and delivered after the start.
    """
    work = (house.dispatcher, house.scheduler)
    tasks = [asyncio.create_task(each.run()) for each in work]
    try:
        yield
    finally:
        for each in work:
            each.stop()
        _, late = await asyncio.wait(tasks, timeout=FINISH_WITHIN_S)
        for task in late:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _learn_own_cases(tools: Tools) -> None:
    async with tools.uow() as uow:
        cases = await uow.cases.all()
    for case in cases:
        await tools.search.learn(case)


def make_dispatcher(
    tools: Tools,
    outbox: DispatchedOutbox,
    messengers: Mapping[str, Messenger],
    bell: asyncio.Event,
    *,
    note: UnitOfWorkFactory | None = None,
    metrics: Metrics | None = None,
) -> Dispatcher:
    """Wire what is said after the commit; ``note`` stores how far messages got."""
    return Dispatcher(
        outbox,
        react=partial(_react, tools, metrics),
        draw=partial(draw, tools=tools),
        settle=partial(_settle, note or tools.uow, tools),
        messengers=messengers,
        clock=tools.clock,
        bell=bell,
        random=SystemRandom().random,
    )


def make_scheduler(
    tools: Tools, bell: asyncio.Event, *, sweep: Callable[[], Awaitable[None]] | None = None
) -> Scheduler:
    """Wire what happens because time passed."""
    return Scheduler(
        uow=tools.uow,
        handlers={kind: partial(handler, tools) for kind, handler in TIMERS.items()},
        clock=tools.clock,
        bell=bell,
        sweep=sweep,
    )


async def _react(
    tools: Tools, metrics: Metrics | None, journalled: JournalledEvent
) -> Sequence[Delivery]:
    deliveries = await react(journalled, uow=tools.uow, clock=tools.clock)
    if metrics is not None and isinstance(journalled.event, RequestClaimed):
        with suppress(NotFound):  # erased meanwhile
            async with tools.uow() as uow:
                request = await uow.requests.get(journalled.event.request)
            if request.first_wait is not None:
                metrics.claimed(request.urgency, request.first_wait)
    return deliveries


async def _settle(
    uow: UnitOfWorkFactory,
    tools: Tools,
    delivery: Delivery,
    outcome: Literal["waiting", "delivered", "failed"],
    reason: str = "",
) -> None:
    await settle(delivery, outcome, reason, uow=uow())
    if reason == LEFT and isinstance(delivery.recipient, ToRequester):
        request = delivery.recipient.request
        await lose_requester(request, uow=tools.uow(), clock=tools.clock)
