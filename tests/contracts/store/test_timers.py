"""Timers: one of a kind for a subject, taken once, not forgotten by a restart."""

import asyncio
import random
from datetime import timedelta

from bot.domain.timers import Timer, TimerKind
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.grounds import Ground, Store
from tests.contracts.store.people import HERE, MINUTE, NOW

WORKERS = 6


def a_timer(
    minutes: float = 0, subject: str = "request", kind: TimerKind = TimerKind.WAVE_ONE
) -> Timer:
    return Timer(kind, subject, HERE, NOW + timedelta(minutes=minutes))


async def set_all(uow: UnitOfWorkFactory, *timers: Timer) -> None:
    async with uow() as unit:
        for timer in timers:
            await unit.timers.set(timer)
        await unit.commit()


async def test_timers_are_due_at_their_instant_oldest_first(uow: UnitOfWorkFactory) -> None:
    late, early = a_timer(0, "late"), a_timer(-1, "early")
    await set_all(uow, late, early, a_timer(1, "future"))
    async with uow() as unit:
        assert await unit.timers.due(NOW, 10) == [early, late]
        assert await unit.timers.due(NOW, 1) == [early]
        assert await unit.timers.due(NOW - timedelta(microseconds=1), 10) == [early]


async def test_the_next_timer_is_the_first_of_all(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        assert await unit.timers.next_due() is None
    await set_all(uow, a_timer(5), a_timer(3, "other"))
    async with uow() as unit:
        assert await unit.timers.next_due() == NOW + 3 * MINUTE


async def test_a_timer_takes_the_place_of_one_of_its_kind_and_subject(
    uow: UnitOfWorkFactory,
) -> None:
    other = a_timer(0, kind=TimerKind.WAVE_TWO)
    await set_all(uow, a_timer(1), other)
    await set_all(uow, a_timer(2))
    async with uow() as unit:
        assert await unit.timers.due(NOW + 9 * MINUTE, 10) == [other, a_timer(2)]


async def test_kinds_are_cancelled_or_all_of_a_subject(uow: UnitOfWorkFactory) -> None:
    kinds = (TimerKind.WAVE_ONE, TimerKind.WAVE_TWO, TimerKind.SILENCE_CLOSES)
    timers = [a_timer(number, kind=kind) for number, kind in enumerate(kinds)]
    await set_all(uow, *timers, a_timer(0, "other"))
    async with uow() as unit:
        await unit.timers.cancel("request", *kinds[:2])
        assert await unit.timers.due(NOW + 9 * MINUTE, 10) == [a_timer(0, "other"), timers[2]]
        await unit.timers.cancel("request")
        assert await unit.timers.due(NOW + 9 * MINUTE, 10) == [a_timer(0, "other")]


async def test_a_timer_is_taken_once(uow: UnitOfWorkFactory) -> None:
    await set_all(uow, a_timer())
    taken = []
    for _ in range(2):
        async with uow() as unit:
            taken.append(await unit.timers.take(a_timer()))
            await unit.commit()
    assert taken == [True, False]


async def test_a_timer_that_was_set_anew_is_not_taken_for_the_old_one(
    uow: UnitOfWorkFactory,
) -> None:
    await set_all(uow, a_timer(1))
    async with uow() as unit:
        assert not await unit.timers.take(a_timer(0))
        assert await unit.timers.due(NOW + MINUTE, 10) == [a_timer(1)]


async def test_a_timer_whose_work_failed_is_still_there(uow: UnitOfWorkFactory) -> None:
    await set_all(uow, a_timer())
    async with uow() as unit:
        assert await unit.timers.take(a_timer())
    async with uow() as unit:
        assert await unit.timers.due(NOW, 10) == [a_timer()]


async def test_many_workers_take_each_timer_once_across_a_restart(ground: Ground) -> None:
    """Ten thousand timers, six workers; all are killed half-way, then begin again."""
    amount = 10_000
    await set_all(ground.open().uow, *(a_timer(0, f"subject-{n}") for n in range(amount)))
    taken: list[Timer] = []

    async def work(store: Store, until: int) -> None:
        while len(taken) < until:
            async with store.uow() as unit:
                due = await unit.timers.due(NOW, 500)
                tried = random.sample(due, min(100, len(due)))
                mine = [timer for timer in tried if await unit.timers.take(timer)]
                await unit.commit()
            taken.extend(mine)
            if not due:
                return

    async def crew(until: int) -> None:
        await asyncio.gather(*(work(store, until) for store in ground.crew(WORKERS)))

    await crew(amount // 2)
    assert len(taken) >= amount // 2
    await crew(amount)
    assert len(taken) == amount
    assert {timer.subject for timer in taken} == {f"subject-{n}" for n in range(amount)}
