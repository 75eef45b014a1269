"""People who may not ask any more, as pseudonyms that nothing else carries."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select

from adapters.store.schema import blocks
from adapters.store.work import Work
from bot.domain.ids import CommunityId, MentorId
from bot.domain.people import Address

AT_ONCE = 500  # SQLite takes so many values in one statement, and more


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

    async def blocked_among(
        self, community: CommunityId, people: Collection[Address], now: datetime
    ) -> Collection[Address]:
        digests = {self._work.pseudonym("block", community, who): who for who in people}
        return {digests[digest] for digest in await self._standing(digests, now)}

    async def part(
        self, community: CommunityId, person: Address, mentor: MentorId, until: datetime
    ) -> None:
        digest = self._work.pseudonym("parted", community, person, mentor)
        await self._work.db.put(blocks, {"person": digest, "until": until})

    async def parted(
        self, community: CommunityId, person: Address, mentors: Collection[MentorId], now: datetime
    ) -> Collection[MentorId]:
        digests = {self._work.pseudonym("parted", community, person, m): m for m in mentors}
        return {digests[digest] for digest in await self._standing(digests, now)}

    async def _standing(self, digests: Collection[str], now: datetime) -> list[str]:
        """Return which of many pseudonyms are blocked now, a few hundred at a time."""
        wanted, found = list(digests), []
        for start in range(0, len(wanted), AT_ONCE):
            some = blocks.c.person.in_(wanted[start : start + AT_ONCE])
            current = select(blocks.c.person).where(some, blocks.c.until > now)
            found += [str(row["person"]) for row in await self._work.db.rows(current)]
        return found
