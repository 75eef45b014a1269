"""The cases that communities made: published words, from which nothing leads to a request."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import Row
from adapters.store.schema import cases
from adapters.store.work import Work
from bot.domain.case_draft import CommunityCase
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CaseId


class SqlCommunityCases:
    """Keeps cases."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, case: CommunityCase) -> None:
        row = {
            "id": case.id,
            "community": case.community,
            "retracted": case.retracted,
            "version": case.version,
            "sealed": self._sealed(case),
        }
        await self._work.db.write(insert(cases).values(row))
        self._work.tell(case.events)

    async def save(self, case: CommunityCase) -> None:
        same = (cases.c.id == case.id, cases.c.version == case.version)
        values = {
            "retracted": case.retracted,
            "version": case.version + 1,
            "sealed": self._sealed(case),
        }
        if await self._work.db.write(update(cases).where(*same).values(values)) != 1:
            raise Conflict("saved meanwhile")
        case.version += 1
        self._work.tell(case.events)

    async def get(self, case: CaseId) -> CommunityCase:
        row = await self._work.db.row(select(cases).where(cases.c.id == case))
        if row is None:
            raise NotFound
        return self._opened(row)

    async def all(self) -> Sequence[CommunityCase]:
        current = select(cases).where(cases.c.retracted.is_(False))
        rows = await self._work.db.rows(current.order_by(cases.c.position))
        return [self._opened(row) for row in rows]

    def _sealed(self, case: CommunityCase) -> bytes:
        vault, plain = self._work.vault, replace(case, version=0, events=[])
        return seal(vault, vault.standing_key(), plain, "cases", case.id)

    def _opened(self, row: Row) -> CommunityCase:
        vault, place = self._work.vault, ("cases", row["id"])
        case = unseal(vault, vault.standing_key(), CommunityCase, row["sealed"], *place)
        case.version = row["version"]
        return case
