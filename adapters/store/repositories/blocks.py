"""People who may not ask any more, as pseudonyms that nothing else carries."""

from datetime import datetime

from sqlalchemy import select

from adapters.store.schema import blocks
from adapters.store.work import Work
from bot.domain.ids import CommunityId
from bot.domain.people import Address


class SqlBlocks:
    """Keeps blocks; each passes by itself."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def block(self, community: CommunityId, person: Address, until: datetime) -> None:
        digest = self._work.pseudonym("block", community, person)
        await self._work.db.put(blocks, {"person": digest, "until": until})

    async def is_blocked(self, community: CommunityId, person: Address, now: datetime) -> bool:
        digest = self._work.pseudonym("block", community, person)
        current = select(blocks.c.person).where(blocks.c.person == digest, blocks.c.until > now)
        return await self._work.db.row(current) is not None
