"""The audit trail: sealed with the standing key, one row an event, written once."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from adapters.store.codec import seal, unseal
from adapters.store.schema import trail
from adapters.store.work import Work
from bot.domain.ids import CommunityId
from bot.domain.trail import Entry


class SqlTrail:
    """Keeps the trail; upkeep forgets what is older than a year."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def note(self, number: int, entry: Entry) -> None:
        vault = self._work.vault
        sealed = seal(vault, vault.standing_key(), entry, "trail", str(number))
        row = {"number": number, "community": entry.community, "at": entry.at, "sealed": sealed}
        await self._work.db.put(trail, row)

    async def of(self, community: CommunityId, since: datetime, until: datetime) -> Sequence[Entry]:
        vault = self._work.vault
        between = (trail.c.community == community, trail.c.at >= since, trail.c.at < until)
        rows = await self._work.db.rows(select(trail).where(*between).order_by(trail.c.number))
        return [
            unseal(vault, vault.standing_key(), Entry, row["sealed"], "trail", str(row["number"]))
            for row in rows
        ]
