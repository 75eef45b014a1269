"""Two communities agree to help each other: one invites, the other accepts, either can end it."""

from collections.abc import Sequence
from datetime import timedelta

from bot.domain.community import Community, Invitation, Partnership
from bot.domain.errors import NotFound, Refusal
from bot.domain.ids import CommunityId, new_receipt
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator

CODE_HOLDS = timedelta(days=2)


async def invite(
    actor: Actor, *, requests: bool, cases: bool, uow: UnitOfWork, clock: Clock
) -> str:
    """Say what would be shared, and return the code for the other's moderator to use once."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        code = new_receipt()
        community.invite(Invitation(code, clock.now() + CODE_HOLDS, requests, cases))
        await uow.communities.save(community)
        await uow.commit()
    return code


async def accept(
    actor: Actor, code: str, *, requests: bool, cases: bool, uow: UnitOfWork, clock: Clock
) -> Community:
    """Accept another community's invitation, say what is shared in return, and return it."""
    require_moderator(actor)
    async with uow:
        other = await _inviting(uow, "".join(code.upper().split()), clock)
        if other.id == actor.community:
            raise Refusal("refusal-own-invitation")
        ours, offer = await uow.communities.get(actor.community), other.invitation
        if offer is not None:
            other.agree_with(Partnership(ours.id, offer.requests, offer.cases))
        other.invitation = None
        ours.agree_with(Partnership(other.id, requests, cases))
        await uow.communities.save(other)
        await uow.communities.save(ours)
        await uow.commit()
    return other


async def end(actor: Actor, other: CommunityId, *, uow: UnitOfWork) -> Community:
    """End it for both; conversations that began are finished in peace. Returns the other."""
    require_moderator(actor)
    async with uow:
        ours = await uow.communities.get(actor.community)
        if ours.partner(other) is None:
            raise NotFound
        former = await uow.communities.get(other)
        ours.part_from(former.id)
        former.part_from(ours.id)
        await uow.communities.save(ours)
        await uow.communities.save(former)
        await uow.commit()
    return former


async def partners_of(actor: Actor, *, uow: UnitOfWork) -> Sequence[tuple[Partnership, Community]]:
    """Return our partners, with what we share with each."""
    require_moderator(actor)
    async with uow:
        ours = await uow.communities.get(actor.community)
        return [(each, await uow.communities.get(each.community)) for each in ours.partners]


async def _inviting(uow: UnitOfWork, code: str, clock: Clock) -> Community:
    for community in await uow.communities.all():
        if community.invites(code, clock.now()):
            return community
    raise NotFound("refusal-unknown-invitation")
