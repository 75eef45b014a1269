"""Keep whoever made a request from asking for a time, without anybody learning who it is."""

from dataclasses import dataclass

from bot.domain.block import Block, Length, end_of
from bot.domain.errors import TooLate
from bot.domain.ids import BlockId, RequestId, new_id
from bot.domain.people import NOBODY, Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import request_here, require_moderator
from bot.services.answers import fault_in_story, require


@dataclass(frozen=True, slots=True)
class Blocking:
    """What a moderator chose."""

    request: RequestId
    length: Length
    reason: str


async def block_author(actor: Actor, wanted: Blocking, *, uow: UnitOfWork, clock: Clock) -> Block:
    """Block whoever made the request; nobody learns who it is."""
    require_moderator(actor)
    require(reason=fault_in_story(wanted.reason))
    async with uow:
        request = await request_here(uow, actor, wanted.request)
        if request.requester == NOBODY:
            raise TooLate("refusal-author-forgotten")
        request.block_author()
        zone = (await uow.communities.get(actor.community)).time_zone
        block = Block(
            BlockId(new_id()),
            actor.community,
            end_of(wanted.length, clock.now(), zone),
            wanted.reason,
            actor.name,
            request.id,
        )
        await uow.blocks.block(request.requester, block)
        await uow.requests.save(request)
        await uow.commit()
    return block
