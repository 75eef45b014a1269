"""Blocks: of somebody, listed without them, and tied to a request no longer than a link is."""

from dataclasses import replace

from bot.domain.block import UNTIL_LIFTED, Block
from bot.domain.people import NOBODY
from bot.domain.request import Request
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.grounds import Ground
from tests.contracts.store.people import (
    ELSEWHERE,
    HERE,
    LEA,
    MAX,
    MINUTE,
    NOW,
    a_block,
    a_request,
)


async def test_a_block_holds_until_its_end_for_one_person_of_one_community(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        await unit.blocks.block(LEA, a_block("b", NOW + MINUTE))
        await unit.commit()
    async with uow() as unit:
        assert await unit.blocks.until(HERE, LEA, NOW) == NOW + MINUTE
        assert await unit.blocks.until(HERE, LEA, NOW + MINUTE) is None
        assert await unit.blocks.until(HERE, MAX, NOW) is None
        assert await unit.blocks.until(ELSEWHERE, LEA, NOW) is None
        assert await unit.blocks.blocked_among(HERE, [LEA, MAX], NOW) == {LEA}


async def test_a_later_block_takes_the_place_of_the_first(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.blocks.block(LEA, a_block("one", NOW + MINUTE))
        await unit.blocks.block(LEA, second := a_block("two", NOW + 2 * MINUTE))
        assert await unit.blocks.until(HERE, LEA, NOW + MINUTE) == NOW + 2 * MINUTE
        assert await unit.blocks.all(HERE, NOW) == [second]


async def test_blocks_that_hold_are_listed_without_their_person_the_first_to_end_before(
    uow: UnitOfWorkFactory,
) -> None:
    late, soon = a_block("late", UNTIL_LIFTED), a_block("soon", NOW + MINUTE)
    async with uow() as unit:
        await unit.blocks.block(LEA, late)
        await unit.blocks.block(MAX, soon)
        await unit.commit()
    async with uow() as unit:
        assert await unit.blocks.all(HERE, NOW) == [soon, late]
        assert await unit.blocks.all(HERE, NOW + MINUTE) == [late]
        assert await unit.blocks.all(ELSEWHERE, NOW) == []


async def test_a_block_is_lifted_in_its_own_community_only(uow: UnitOfWorkFactory) -> None:
    block = a_block("b", UNTIL_LIFTED)
    async with uow() as unit:
        await unit.blocks.block(LEA, block)
        assert not await unit.blocks.lift(ELSEWHERE, block.id)
        assert await unit.blocks.until(HERE, LEA, NOW) is not None
        assert await unit.blocks.lift(HERE, block.id)
        assert await unit.blocks.until(HERE, LEA, NOW) is None
        assert not await unit.blocks.lift(HERE, block.id)


async def blocked_for(uow: UnitOfWorkFactory, request: Request) -> Block:
    block = a_block("b", UNTIL_LIFTED, request.id)
    async with uow() as unit:
        await unit.requests.add(request)
        await unit.blocks.block(request.requester, block)
        await unit.commit()
    async with uow() as unit:
        assert await unit.blocks.all(HERE, NOW) == [block]
    return block


async def test_a_block_forgets_its_request_with_the_link_to_a_person_and_stays(
    uow: UnitOfWorkFactory,
) -> None:
    block = await blocked_for(uow, request := a_request("r"))
    async with uow() as unit:
        found = await unit.requests.get(request.id)
        found.requester = NOBODY
        await unit.requests.save(found)
        await unit.commit()
    async with uow() as unit:
        assert await unit.blocks.all(HERE, NOW) == [replace(block, request=None)]


async def test_a_block_outlives_the_request_that_was_erased(uow: UnitOfWorkFactory) -> None:
    block = await blocked_for(uow, request := a_request("r"))
    async with uow() as unit:
        await unit.requests.erase(request.id)
        await unit.commit()
    async with uow() as unit:
        assert await unit.blocks.all(HERE, NOW) == [replace(block, request=None)]


async def test_blocks_are_remembered_after_a_restart(ground: Ground) -> None:
    async with ground.open().uow() as unit:
        await unit.blocks.block(LEA, block := a_block("b", NOW + MINUTE))
        await unit.commit()
    async with ground.open().uow() as unit:
        assert await unit.blocks.until(HERE, LEA, NOW) == block.until
