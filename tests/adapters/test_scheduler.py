"""The scheduler: each timer acts once, in order for its subject, whatever fails."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from structlog.testing import capture_logs

from adapters.scheduler import SWEEP_EVERY, Scheduler
from adapters.store.memory.store import MemoryStore
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId
from bot.domain.timers import Timer, TimerKind
from tests.fakes.clock import FakeClock

HERE = CommunityId("here")
ONE, TWO, THREE = TimerKind.WAVE_ONE, TimerKind.WAVE_TWO, TimerKind.WAVE_EVERYONE


@dataclass
class Stage:
    """A scheduler whose handlers take their timer, fail when told, and note what they did."""

    clock: FakeClock = field(default_factory=FakeClock)
    bell: asyncio.Event = field(default_factory=asyncio.Event)
    done: list[tuple[str, TimerKind]] = field(default_factory=list)
    faults: list[Exception] = field(default_factory=list)
    sweeps: int = 0
    sweep_fault: Exception | None = None

    def __post_init__(self) -> None:
        self.store = MemoryStore(clock=self.clock, bells=[self.bell])
        self.scheduler = self.another()

    def another(self) -> Scheduler:
        return Scheduler(
            self.store.uow,
            handlers=dict.fromkeys((ONE, TWO, THREE), self.handle),
            clock=self.clock,
            bell=self.bell,
            sweep=self.sweep,
        )

    async def handle(self, timer: Timer) -> None:
        async with self.store.uow() as unit:
            if not await unit.timers.take(timer):
                return
            if self.faults:
                raise self.faults.pop(0)
            self.done.append((timer.subject, timer.kind))
            await unit.commit()

    async def sweep(self) -> None:
        self.sweeps += 1
        if self.sweep_fault is not None:
            raise self.sweep_fault

    async def set(self, kind: TimerKind, subject: str = "request", minutes: float = 0) -> None:
        due_at = self.clock.now() + timedelta(minutes=minutes)
        async with self.store.uow() as unit:
            await unit.timers.set(Timer(kind, subject, HERE, due_at))
            await unit.commit()

    async def left(self) -> int:
        async with self.store.uow() as unit:
            return len(await unit.timers.due(self.clock.now() + timedelta(days=99), 100))


@pytest.fixture
def stage() -> Stage:
    return Stage()


async def until(condition: Callable[[], bool]) -> None:
    while not condition():
        await asyncio.sleep(0)


async def test_what_is_due_is_done_and_what_is_not_waits(stage: Stage) -> None:
    await stage.set(ONE)
    await stage.set(TWO, minutes=5)
    await stage.scheduler.run_due()
    assert stage.done == [("request", ONE)]
    stage.clock.advance(minutes=5)
    await stage.scheduler.run_due()
    assert stage.done == [("request", ONE), ("request", TWO)]


async def test_what_passed_while_it_was_down_is_done_in_order(stage: Stage) -> None:
    await stage.set(THREE, minutes=8)
    await stage.set(ONE)
    await stage.set(TWO, minutes=3)
    stage.clock.advance(hours=1)
    await stage.scheduler.run_due()
    assert stage.done == [("request", ONE), ("request", TWO), ("request", THREE)]


async def test_several_schedulers_do_each_timer_once(stage: Stage) -> None:
    for number in range(100):
        await stage.set(ONE, f"request-{number}")
    await asyncio.gather(*(stage.another().run_due() for _ in range(5)))
    assert sorted(stage.done) == sorted((f"request-{n}", ONE) for n in range(100))


async def test_a_handler_that_lost_a_race_runs_again_at_once(stage: Stage) -> None:
    stage.faults = [Conflict(), Conflict()]
    await stage.set(ONE)
    await stage.scheduler.run_due()
    assert stage.done == [("request", ONE)]


async def test_a_timer_about_nothing_is_dropped(stage: Stage) -> None:
    stage.faults = [NotFound()]
    await stage.set(ONE)
    with capture_logs() as logs:
        await stage.scheduler.run_due()
    assert (stage.done, await stage.left()) == ([], 0)
    assert [log["event"] for log in logs] == ["timer-dropped"]


async def test_a_handler_that_fails_lets_others_pass_and_is_tried_again(stage: Stage) -> None:
    stage.faults = [ValueError("Boulangerie Zed")]
    await stage.set(ONE)
    with capture_logs() as logs:
        await stage.scheduler.run_due()
    await stage.set(TWO, "other")
    await stage.scheduler.run_due()
    assert stage.done == [("other", TWO)]
    stage.clock.advance(minutes=1)
    await stage.scheduler.run_due()
    assert stage.done == [("other", TWO), ("request", ONE)]
    assert [(log["event"], log["error"], log["request"]) for log in logs] == [
        ("unforeseen", "ValueError", "request")
    ]
    assert "Zed" not in str(logs)


async def test_a_failing_timer_that_was_cancelled_stays_so(stage: Stage) -> None:
    async def cancel_then_fail(timer: Timer) -> None:
        async with stage.store.uow() as unit:
            await unit.timers.cancel(timer.subject)
            await unit.commit()
        raise ValueError

    handlers: dict[TimerKind, Callable[[Timer], Awaitable[None]]] = {ONE: cancel_then_fail}
    scheduler = Scheduler(stage.store.uow, handlers=handlers, clock=stage.clock, bell=stage.bell)
    await stage.set(ONE)
    await scheduler.run_due()
    assert await stage.left() == 0


async def test_a_commit_wakes_it(stage: Stage) -> None:
    running = asyncio.create_task(stage.scheduler.run())
    await until(lambda: stage.sweeps == 1)
    await stage.set(ONE)
    await until(lambda: bool(stage.done))
    stage.scheduler.stop()
    await running
    assert stage.done == [("request", ONE)]


async def test_it_sweeps_from_time_to_time_even_when_that_fails(stage: Stage) -> None:
    stage.sweep_fault = OSError("disk")
    running = asyncio.create_task(stage.scheduler.run())
    await until(lambda: stage.sweeps == 1)
    for expected in (2, 3):
        stage.clock.advance(seconds=SWEEP_EVERY.total_seconds())
        stage.bell.set()
        await until(lambda expected=expected: stage.sweeps == expected)  # type: ignore[misc]
    stage.scheduler.stop()
    await running
    assert stage.sweeps == 3
