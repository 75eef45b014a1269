"""The volunteers: found by the pseudonyms of their accounts, sealed with the standing key."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, delete, insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import Row, once
from adapters.store.schema import accounts, mentors
from adapters.store.work import Work
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId, MentorId
from bot.domain.mentor import Mentor
from bot.domain.people import Address
from bot.domain.space_events import MentorErased

_GET = once(select(mentors).where(mentors.c.id == bindparam("mentor")))
_AT = once(
    select(mentors)
    .join(accounts, accounts.c.mentor == mentors.c.id)
    .where(accounts.c.account == bindparam("digest"))
)
_ALL = once(
    select(mentors)
    .where(mentors.c.community == bindparam("community"))
    .order_by(mentors.c.position)
)


class SqlMentors:
    """Keeps mentors."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, mentor: Mentor) -> None:
        row = {"id": mentor.id, "community": mentor.community, "version": mentor.version}
        row["sealed"] = self._sealed(mentor)
        await self._work.db.write(insert(mentors).values(row))
        await self._save_accounts(mentor)
        self._work.tell(mentor.events)

    async def save(self, mentor: Mentor) -> None:
        same = (mentors.c.id == mentor.id, mentors.c.version == mentor.version)
        values = {"sealed": self._sealed(mentor), "version": mentor.version + 1}
        if await self._work.db.write(update(mentors).where(*same).values(values)) != 1:
            raise Conflict("saved meanwhile")
        mentor.version += 1
        await self._save_accounts(mentor)
        if any(isinstance(event, MentorErased) for event in mentor.events):
            self._work.vault.note_erased(mentor.id)
        self._work.tell(mentor.events)

    async def get(self, mentor: MentorId) -> Mentor:
        row = await self._work.db.row(_GET, mentor=mentor)
        if row is None:
            raise NotFound
        return self._opened(row)

    async def at(self, community: CommunityId, address: Address) -> Mentor | None:
        account = self._work.pseudonym("mentor", community, address)
        row = await self._work.db.row(_AT, digest=account)
        return self._opened(row) if row else None

    async def all(self, community: CommunityId) -> Sequence[Mentor]:
        rows = await self._work.db.rows(_ALL, community=community)
        return [self._opened(row) for row in rows]

    async def _save_accounts(self, mentor: Mentor) -> None:
        digests = [
            self._work.pseudonym("mentor", mentor.community, address)
            for address in mentor.addresses
        ]
        db, mine = self._work.db, accounts.c.mentor == mentor.id
        known = await db.rows(select(accounts.c.account).where(mine))
        if {row["account"] for row in known} == set(digests):
            return
        await db.write(delete(accounts).where(mine))
        if digests:
            rows = [{"account": digest, "mentor": mentor.id} for digest in digests]
            await db.write(insert(accounts), *rows)

    def _sealed(self, mentor: Mentor) -> bytes:
        vault, plain = self._work.vault, replace(mentor, version=0, events=[])
        return seal(vault, vault.standing_key(), plain, "mentors", mentor.id)

    def _opened(self, row: Row) -> Mentor:
        vault = self._work.vault
        mentor = unseal(vault, vault.standing_key(), Mentor, row["sealed"], "mentors", row["id"])
        mentor.version = row["version"]
        return mentor
