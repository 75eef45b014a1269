"""How often mentors were asked lately: a row a notice, with its day and nothing else."""

from collections.abc import Collection, Mapping
from datetime import date, datetime

from sqlalchemy import func, insert, select

from adapters.store.schema import blocks, notices
from adapters.store.work import Work
from bot.domain.ids import CommunityId, MentorId
from bot.domain.people import Address


class SqlNotices:
    """Counts notices; upkeep forgets those of past days."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def note(self, community: CommunityId, mentors: Collection[MentorId], on: date) -> None:
        rows = [{"community": community, "mentor": mentor, "on": on} for mentor in mentors]
        if rows:
            await self._work.db.write(insert(notices), *rows)

    async def since(self, community: CommunityId, on: date) -> Mapping[MentorId, int]:
        lately = (notices.c.community == community, notices.c.on >= on)
        counted = select(notices.c.mentor, func.count().label("notices")).where(*lately)
        rows = await self._work.db.rows(counted.group_by(notices.c.mentor))
        return {MentorId(row["mentor"]): int(row["notices"]) for row in rows}

    async def invite_once(self, community: CommunityId, person: Address, until: datetime) -> bool:
        """Keep it as a pseudonym that nothing else carries, until it passes by itself."""
        digest = self._work.pseudonym("invited", community, person)
        known = select(blocks.c.person).where(blocks.c.person == digest)
        if await self._work.db.row(known) is not None:
            return False
        await self._work.db.write(insert(blocks).values(person=digest, until=until))
        return True
