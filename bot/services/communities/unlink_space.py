"""A community lives in one of its spaces no more; whoever is only there is let go, and told."""

from bot.domain.community import Community, Space
from bot.domain.errors import NotFound, Refusal
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.leaving import lose_accounts, part_with_requesters


async def space_to_unlink(actor: Actor, number: str, *, uow: UnitOfWork) -> Space:
    """Return the space that a moderator, of whichever side, could unlink."""
    require_moderator(actor)
    async with uow:
        return _space(await uow.communities.get(actor.community), number)


async def unlink(
    actor: Actor, number: str, *, uow: UnitOfWork, clock: Clock
) -> tuple[Community, Space]:
    """Let go of a space, with all that was asked and promised there."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        space, now = _space(community, number), clock.now()
        community.move_out(space)
        left = community.spaces[int(number)]
        await part_with_requesters(uow, community, left, now)
        await lose_accounts(uow, community, left, now)
        await uow.communities.save(community)
        await uow.commit()
    return community, space


def _space(community: Community, number: str) -> Space:
    spaces = community.spaces
    if not number.isdecimal() or int(number) >= len(spaces) or spaces[int(number)].has_left:
        raise NotFound("refusal-space-unlinked")
    if len(community.homes) == 1:
        raise Refusal("refusal-only-space")
    return spaces[int(number)]
