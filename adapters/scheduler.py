"""Does what is due: each timer once, whoever many workers there are, whatever was restarted."""

import asyncio
import traceback
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypeVar

import structlog

from bot.domain.errors import Conflict, NotFound
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWorkFactory

AT_ONCE = 8  # subjects
DUE_AT_ONCE = 200
CONFLICT_TRIES = 12
LONGEST = timedelta(minutes=15)
SWEEP_EVERY = timedelta(minutes=15)
NAP = timedelta(milliseconds=50)

Handler = Callable[[Timer], Awaitable[None]]
T = TypeVar("T")


class Scheduler:
    """Runs the handler of each timer that is due.

    A handler takes its timer inside its own transaction, and does nothing when another
    worker took it before: so each timer acts once. ``bell`` is set by the store after
    each commit; ``sweep`` is its upkeep, done from time to time.
    """

    def __init__(
        self,
        uow: UnitOfWorkFactory,
        *,
        handlers: Mapping[TimerKind, Handler],
        clock: Clock,
        bell: asyncio.Event,
        sweep: Callable[[], Awaitable[None]] | None = None,
        poll: timedelta = timedelta(seconds=2),
    ) -> None:
        self._uow, self._handlers, self._clock = uow, handlers, clock
        self._bell, self._poll = bell, poll
        self._sweep, self._sweep_at = sweep, clock.now()
        self._log = structlog.get_logger()
        self._faults: Counter[tuple[str, TimerKind]] = Counter()
        self._next_at: datetime | None = None
        self._places = asyncio.Semaphore(AT_ONCE)
        self._stopping = False

    async def run(self) -> None:
        """Work until ``stop``; what has begun is finished."""
        while not self._stopping:
            self._bell.clear()
            await self._sweep_if_due()
            if not await self._guarded(self._step()):
                await self._rest()

    def stop(self) -> None:
        """Begin nothing new."""
        self._stopping = True
        self._bell.set()

    async def run_due(self) -> None:
        """Work until nothing is due."""
        while await self._step():
            pass

    async def _step(self) -> bool:
        """Run what is due: in order for each subject, at once for several."""
        due = await self._due()
        subjects: dict[str, list[Timer]] = defaultdict(list)
        for timer in due:
            subjects[timer.subject].append(timer)
        async with asyncio.TaskGroup() as tasks:
            for timers in subjects.values():
                tasks.create_task(self._run_each(timers))
        return bool(due)

    async def _rest(self) -> None:
        """Sleep until a commit or the next timer."""
        pause = self._poll
        if self._next_at is not None:
            pause = min(pause, max(self._next_at - self._clock.now(), NAP))
        with suppress(TimeoutError):
            async with asyncio.timeout(pause.total_seconds()):
                await self._bell.wait()

    async def _sweep_if_due(self) -> None:
        if self._sweep is not None and self._clock.now() >= self._sweep_at:
            self._sweep_at = self._clock.now() + SWEEP_EVERY
            await self._guarded(self._sweep())

    async def _due(self) -> Sequence[Timer]:
        """Look for the next timer first: after most commits none is due."""
        now, self._next_at = self._clock.now(), None
        async with self._uow() as uow:
            self._next_at = await uow.timers.next_due()
            if self._next_at is None or self._next_at > now:
                return ()
            return await uow.timers.due(now, DUE_AT_ONCE)

    async def _run_each(self, timers: Sequence[Timer]) -> None:
        async with self._places:
            for timer in timers:
                await self._run_one(timer)

    async def _run_one(self, timer: Timer) -> None:
        what = (timer.subject, timer.kind)
        ids = {"kind": timer.kind.value, "request": timer.subject}
        if await self._guarded(self._handle(timer), **ids):
            self._faults.pop(what, None)
            return
        self._faults[what] += 1
        pause = min(LONGEST, timedelta(seconds=2 ** min(self._faults[what], 10)))
        await self._guarded(self._postpone(timer, pause), **ids)

    async def _handle(self, timer: Timer) -> bool:
        """Run the handler, again when somebody saved first; drop what is about nothing."""
        handler = self._handlers[timer.kind]
        try:
            for _ in range(CONFLICT_TRIES - 1):
                with suppress(Conflict):
                    await handler(timer)
                    return True
            await handler(timer)
        except NotFound:
            await self._drop(timer)
        return True

    async def _postpone(self, timer: Timer, pause: timedelta) -> None:
        """Let others pass; a timer that was cancelled or set anew meanwhile is left alone."""
        async with self._uow() as uow:
            if await uow.timers.take(timer):
                await uow.timers.set(replace(timer, due_at=self._clock.now() + pause))
                await uow.commit()

    async def _drop(self, timer: Timer) -> None:
        async with self._uow() as uow:
            if await uow.timers.take(timer):
                await uow.commit()
                self._log.info("timer-dropped", kind=timer.kind.value, request=timer.subject)

    async def _guarded(self, work: Awaitable[T], **ids: str) -> T | None:
        """Do it, or log what nobody foresaw (types and ids, never words) and return None."""
        try:
            return await work
        except Exception as error:
            where = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{where.name}:{where.lineno}"
            self._log.error("unforeseen", error=type(error).__name__, where=place, **ids)
            return None
