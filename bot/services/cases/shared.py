"""Whose cases a community may read beside its own: those of partners who share them."""

from collections.abc import Sequence

from bot.domain.ids import CommunityId
from bot.ports.store import UnitOfWork


async def sharing_with(community: CommunityId, *, uow: UnitOfWork) -> Sequence[CommunityId]:
    """Return the partners that share their cases with ``community``, as they decide today."""
    async with uow:
        ours = await uow.communities.get(community)
        partners = [await uow.communities.get(each.community) for each in ours.partners]
    offers = [(other.id, other.partner(community)) for other in partners]
    return [other for other, offer in offers if offer is not None and offer.cases]
