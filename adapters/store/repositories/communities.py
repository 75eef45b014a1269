"""The peer groups: found by the pseudonyms of their spaces, sealed with the standing key."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import bindparam, delete, insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import Row, once
from adapters.store.schema import communities, spaces
from adapters.store.work import Work
from bot.domain.community import Community
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId

_GET = once(select(communities).where(communities.c.id == bindparam("community")))
_AT = once(
    select(communities)
    .join(spaces, spaces.c.community == communities.c.id)
    .where(spaces.c.space == bindparam("digest"))
)


class SqlCommunities:
    """Keeps communities; a space belongs to one of them."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, community: Community) -> None:
        row = {
            "id": community.id,
            "version": community.version,
            "sealed": self._sealed(community),
        }
        await self._work.db.write(insert(communities).values(row))
        await self._save_spaces(community)
        self._work.tell(community.events)

    async def save(self, community: Community) -> None:
        same = (communities.c.id == community.id, communities.c.version == community.version)
        values = {"sealed": self._sealed(community), "version": community.version + 1}
        if await self._work.db.write(update(communities).where(*same).values(values)) != 1:
            raise Conflict("saved meanwhile")
        community.version += 1
        await self._save_spaces(community)
        self._work.tell(community.events)

    async def get(self, community: CommunityId) -> Community:
        row = await self._work.db.row(_GET, community=community)
        if row is None:
            raise NotFound
        return self._opened(row)

    async def at(self, platform: str, space: str) -> Community | None:
        digest = self._work.vault.pseudonym("space", platform, space)
        row = await self._work.db.row(_AT, digest=digest)
        return self._opened(row) if row else None

    async def all(self) -> Sequence[Community]:
        rows = await self._work.db.rows(select(communities).order_by(communities.c.position))
        return [self._opened(row) for row in rows]

    async def _save_spaces(self, community: Community) -> None:
        db, vault = self._work.db, self._work.vault
        await db.write(delete(spaces).where(spaces.c.community == community.id))
        if community.homes:
            digests = [vault.pseudonym("space", *each.where) for each in community.homes]
            rows = [{"space": digest, "community": community.id} for digest in digests]
            await db.write(insert(spaces), *rows)

    def _sealed(self, community: Community) -> bytes:
        vault, plain = self._work.vault, replace(community, version=0, events=[])
        return seal(vault, vault.standing_key(), plain, "communities", community.id)

    def _opened(self, row: Row) -> Community:
        vault, place = self._work.vault, ("communities", row["id"])
        community = unseal(vault, vault.standing_key(), Community, row["sealed"], *place)
        community.version = row["version"]
        return community
