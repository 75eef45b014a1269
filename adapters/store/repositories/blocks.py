"""People who may not ask any more, as pseudonyms that nothing else carries."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Table, delete, select

from adapters.store.codec import seal, unseal
from adapters.store.once import Row
from adapters.store.schema import bans, blocks, requests
from adapters.store.work import Work
from bot.domain.block import Block
from bot.domain.errors import NotFound
from bot.domain.ids import BlockId, CommunityId, MentorId, RequestId
from bot.domain.people import Address
from bot.ports.vault import WrappedKey

AT_ONCE = 500  # SQLite takes so many values in one statement, and more


class SqlBlocks:
    """Keeps blocks; each passes by itself."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def block(self, person: Address, block: Block) -> None:
        vault = self._work.vault
        plain = replace(block, request=None)
        row = {
            "person": self._work.pseudonym("block", block.community, person),
            "id": block.id,
            "community": block.community,
            "until": block.until,
            "sealed": seal(vault, vault.standing_key(), plain, "bans", block.id),
            **await self._link(block),
        }
        await self._work.db.put(bans, row)

    async def until(
        self, community: CommunityId, person: Address, now: datetime
    ) -> datetime | None:
        digest = self._work.pseudonym("block", community, person)
        current = select(bans.c.until).where(bans.c.person == digest, bans.c.until > now)
        row = await self._work.db.row(current)
        return row["until"] if row else None

    async def all(self, community: CommunityId, now: datetime) -> Sequence[Block]:
        here = (bans.c.community == community, bans.c.until > now)
        ordered = select(bans).where(*here).order_by(bans.c.until, bans.c.id)
        return [self._opened(row) for row in await self._work.db.rows(ordered)]

    async def lift(self, community: CommunityId, block: BlockId) -> bool:
        it = (bans.c.community == community, bans.c.id == block)
        return await self._work.db.write(delete(bans).where(*it)) == 1

    async def blocked_among(
        self, community: CommunityId, people: Collection[Address], now: datetime
    ) -> Collection[Address]:
        digests = {self._work.pseudonym("block", community, who): who for who in people}
        return {digests[digest] for digest in await self._standing(bans, digests, now)}

    async def part(
        self, community: CommunityId, person: Address, mentor: MentorId, until: datetime
    ) -> None:
        digest = self._work.pseudonym("parted", community, person, mentor)
        await self._work.db.put(blocks, {"person": digest, "until": until})

    async def parted(
        self, community: CommunityId, person: Address, mentors: Collection[MentorId], now: datetime
    ) -> Collection[MentorId]:
        digests = {self._work.pseudonym("parted", community, person, m): m for m in mentors}
        return {digests[digest] for digest in await self._standing(blocks, digests, now)}

    async def _link(self, block: Block) -> Mapping[str, bytes | None]:
        """Seal which request it was as long as, and no longer than, who wrote that request."""
        one = select(requests.c.identity_key).where(requests.c.id == block.request)
        row = await self._work.db.row(one)
        if row is None or row["identity_key"] is None:
            return {"request": None, "identity_key": None}
        key, request = WrappedKey(row["identity_key"]), (block.request or "").encode()
        sealed = self._work.vault.seal(key, request, f"bans:{block.id}:request")
        return {"request": sealed, "identity_key": key}

    def _opened(self, row: Row) -> Block:
        vault, name = self._work.vault, row["id"]
        block = unseal(vault, vault.standing_key(), Block, row["sealed"], "bans", name)
        if row["request"] is None:
            return block
        try:
            key = WrappedKey(row["identity_key"])
            request = vault.open(key, row["request"], f"bans:{name}:request").decode()
        except NotFound:  # the key of that week is gone: so is the link
            return block
        return replace(block, request=RequestId(request))

    async def _standing(self, table: Table, digests: Collection[str], now: datetime) -> list[str]:
        """Return which of many pseudonyms are blocked now, a few hundred at a time."""
        wanted, found = list(digests), []
        for start in range(0, len(wanted), AT_ONCE):
            some = table.c.person.in_(wanted[start : start + AT_ONCE])
            current = select(table.c.person).where(some, table.c.until > now)
            found += [str(row["person"]) for row in await self._work.db.rows(current)]
        return found
