"""Rehearsals: kept whole, changed by one at a time, found by whoever opened them."""

import pytest

from bot.domain.drill import Drill, Said
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CaseId, DrillId
from bot.domain.people import Address
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.people import HERE, LEA, MAX


def a_drill(name: str = "drill", by: Address = LEA) -> Drill:
    return Drill(DrillId(name), HERE, by, "fr", CaseId("case"), length=2)


async def add(uow: UnitOfWorkFactory, *drills: Drill) -> None:
    for drill in drills:
        async with uow() as unit:
            await unit.drills.add(drill)
            await unit.commit()


async def save(uow: UnitOfWorkFactory, drill: Drill) -> None:
    async with uow() as unit:
        await unit.drills.get(drill.id)
        await unit.drills.save(drill)
        await unit.commit()


async def test_a_drill_is_kept_with_its_answers(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_drill())
    async with uow() as unit:
        drill = await unit.drills.get(DrillId("drill"))
        drill.answer(LEA, Said(0, "je retire", "once"))
        await unit.drills.save(drill)
        await unit.commit()
    async with uow() as unit:
        assert await unit.drills.get(DrillId("drill")) == drill


async def test_whoever_opened_drills_finds_them_newest_first(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_drill("one"), a_drill("two"), a_drill("other", MAX))
    async with uow() as unit:
        assert [drill.id for drill in await unit.drills.of(HERE, LEA)] == ["two", "one"]


async def test_the_same_drill_is_added_once(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_drill())
    with pytest.raises(Conflict):
        await add(uow, a_drill())


async def test_a_drill_is_saved_by_whoever_read_its_last_version(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_drill())
    async with uow() as unit:
        stale = await unit.drills.get(DrillId("drill"))
        fresh = await unit.drills.get(DrillId("drill"))
    await save(uow, fresh)
    with pytest.raises(Conflict):
        await save(uow, stale)


async def test_a_removed_drill_is_gone(uow: UnitOfWorkFactory) -> None:
    await add(uow, a_drill())
    for _ in range(2):
        async with uow() as unit:
            await unit.drills.remove(DrillId("drill"))
            await unit.commit()
    async with uow() as unit:
        assert await unit.drills.of(HERE, LEA) == []
        with pytest.raises(NotFound):
            await unit.drills.get(DrillId("drill"))
