"""The blocks that hold in a community, and their end before time."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from bot.domain.block import Block
from bot.domain.errors import NotFound
from bot.domain.events import BlockLifted
from bot.domain.ids import BlockId, RequestId
from bot.domain.people import Actor
from bot.domain.policy import State
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks, with the names of the requests that still exist."""

    blocks: Sequence[Block]
    names: Mapping[RequestId, str]
    time_zone: str


async def blocks_of(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> Blocks:
    """Return the blocks that hold; never of whom."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        found = await uow.blocks.all(actor.community, clock.now())
        named = {block.request for block in found if block.request}
        names = {request: await _name(uow, request) for request in named}
    return Blocks(found, {r: name for r, name in names.items() if name}, community.time_zone)


async def lift_block(actor: Actor, block: BlockId, *, uow: UnitOfWork) -> None:
    """Let somebody ask again, as blind as they were blocked."""
    require_moderator(actor)
    async with uow:
        if not await uow.blocks.lift(actor.community, block):
            raise NotFound("refusal-block-over")
        community = await uow.communities.get(actor.community)
        community.events.append(BlockLifted(community.id))
        await uow.communities.save(community)
        await uow.commit()


async def _name(uow: UnitOfWork, request: RequestId) -> str:
    with suppress(NotFound):
        found = await uow.requests.get(request)
        return "" if found.state is State.ERASED else found.code_name
    return ""
