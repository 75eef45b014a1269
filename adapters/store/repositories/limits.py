"""How often somebody did something: sealed, because an hour could tell who it was."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import once
from adapters.store.schema import limits
from adapters.store.work import Work
from bot.domain.ids import CommunityId
from bot.domain.people import Address

_GET = once(select(limits.c.sealed).where(limits.c.person == bindparam("digest")).with_for_update())
_ADD = once(insert(limits))
_SAVE = once(
    update(limits)
    .where(limits.c.person == bindparam("digest"))
    .values(last_on=bindparam("today"), sealed=bindparam("hits"))
)


@dataclass(frozen=True, slots=True)
class _Hits:
    at: tuple[datetime, ...]


class SqlLimits:
    """Counts."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def hit(
        self,
        community: CommunityId,
        person: Address,
        what: str,
        window_start: datetime,
        now: datetime,
    ) -> int:
        vault, digest = self._work.vault, self._work.pseudonym("limit", community, person, what)
        key = vault.standing_key()
        row = await self._work.db.locked(_GET, digest=digest)
        known = unseal(vault, key, _Hits, row["sealed"], "limits", digest).at if row else ()
        hits = _Hits((*(each for each in known if each >= window_start), now))
        today, sealed = now.date(), seal(vault, key, hits, "limits", digest)
        if row is None:  # two first hits at once: one of them is a Conflict, and counts again
            await self._work.db.write(_ADD, person=digest, last_on=today, sealed=sealed)
        else:
            await self._work.db.write(_SAVE, digest=digest, today=today, hits=sealed)
        return len(hits.at)
