"""Whose cases a community may read beside its own: those of partners who share them."""

from collections.abc import Sequence

from bot.domain.ids import CommunityId
from bot.ports.store import UnitOfWork


async def sharing_with(community: CommunityId, *, uow: UnitOfWork) -> Sequence[CommunityId]:
    """Return the partners that share their cases with ``community``, as they decide today."""
    async with uow:
        ours = await uow.communities.get(community)
        partners = [await uow.communities.get(each.community) for each in ours.partners]
    return [other.id for other in partners if other.shares_cases_with(community)]
