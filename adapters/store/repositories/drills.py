"""Rehearsals: each under a key of its own, found again by whoever opened it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import delete, insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import Row
from adapters.store.schema import drills
from adapters.store.work import Work
from bot.domain.drill import Drill
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId, DrillId
from bot.domain.people import Address
from bot.ports.vault import WrappedKey


class SqlDrills:
    """Keeps drills."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._keys: dict[DrillId, WrappedKey] = {}

    async def add(self, drill: Drill) -> None:
        self._keys[drill.id] = key = self._work.vault.new_key("words")
        row = {
            "id": drill.id,
            "opened_by": self._digest(drill.community, drill.opened_by),
            "words_key": key,
            "version": drill.version,
            "sealed": self._sealed(drill),
        }
        await self._work.db.write(insert(drills).values(row))
        self._work.tell(drill.events)

    async def save(self, drill: Drill) -> None:
        same = (drills.c.id == drill.id, drills.c.version == drill.version)
        values = {"version": drill.version + 1, "sealed": self._sealed(drill)}
        if await self._work.db.write(update(drills).where(*same).values(values)) != 1:
            raise Conflict("saved meanwhile")
        drill.version += 1
        self._work.tell(drill.events)

    async def get(self, drill: DrillId) -> Drill:
        row = await self._work.db.row(select(drills).where(drills.c.id == drill))
        if row is None:
            raise NotFound
        return self._opened(row)

    async def of(self, community: CommunityId, person: Address) -> Sequence[Drill]:
        mine = drills.c.opened_by == self._digest(community, person)
        found = []
        newest = select(drills).where(mine).order_by(drills.c.position.desc())
        for row in await self._work.db.rows(newest):
            with suppress(NotFound):  # the key of that week is gone
                found.append(self._opened(row))
        return found

    async def remove(self, drill: DrillId) -> None:
        self._work.vault.note_erased(drill)
        await self._work.db.write(delete(drills).where(drills.c.id == drill))

    def _digest(self, community: CommunityId, who: Address) -> str:
        parts = (community, who.platform, who.space, who.user)
        return self._work.vault.pseudonym("drill", *parts)

    def _sealed(self, drill: Drill) -> bytes:
        plain = replace(drill, version=0, events=[])
        return seal(self._work.vault, self._keys[drill.id], plain, "drills", drill.id)

    def _opened(self, row: Row) -> Drill:
        key = WrappedKey(row["words_key"])
        drill = unseal(self._work.vault, key, Drill, row["sealed"], "drills", row["id"])
        drill.version = row["version"]
        self._keys[drill.id] = key
        return drill
