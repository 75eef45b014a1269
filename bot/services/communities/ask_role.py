"""Ask mentors of a space for a role, or for none."""

from dataclasses import replace

from bot.domain.community import Community
from bot.domain.errors import InvalidAnswers, NotFound
from bot.domain.people import Actor
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.entitlement import Books


async def ask_role(actor: Actor, role: str, *, uow: UnitOfWork, books: Books) -> Community:
    """Ask the mentors of the actor's space for a role that exists; an empty one asks nothing."""
    require_moderator(actor)
    platform, space = actor.address.platform, actor.address.space
    if role and not (platform in books and await books[platform].exists(space, role)):
        raise InvalidAnswers({"role": "fault-role"})
    async with uow:
        community = await uow.communities.get(actor.community)
        here = community.space(platform, space)
        if here is None:
            raise NotFound("refusal-no-community")
        community.move_in(replace(here, mentor_role=role))
        await uow.communities.save(community)
        await uow.commit()
    return community
