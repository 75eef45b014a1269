"""What is to happen later: a row a timer, taken by deleting it."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, tuple_

from adapters.store.once import Row, once
from adapters.store.schema import timers
from adapters.store.work import Work
from bot.domain.ids import CommunityId
from bot.domain.timers import Timer, TimerKind

_CANCEL_ALL = delete(timers).where(timers.c.subject == bindparam("request"))
_CANCEL = _CANCEL_ALL.where(timers.c.kind.in_(bindparam("kinds", expanding=True)))
_NEXT_DUE = once(select(func.min(timers.c.due_at).label("next")))


class SqlTimers:
    """Keeps timers."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def set(self, timer: Timer) -> None:
        row = {
            "kind": timer.kind.value,
            "subject": timer.subject,
            "community": timer.community,
            "due_at": timer.due_at,
        }
        await self._work.db.put(timers, row)

    async def cancel(self, subject: str, *kinds: TimerKind) -> None:
        if not kinds:
            await self._work.db.write(_CANCEL_ALL, request=subject)
        else:
            named = [kind.value for kind in kinds]
            await self._work.db.write(_CANCEL, request=subject, kinds=named)

    async def take(self, timer: Timer) -> bool:
        """Delete it, unless it was set anew or another worker is at it (then that one acts)."""
        same = (
            timers.c.subject == timer.subject,
            timers.c.kind == timer.kind.value,
            timers.c.due_at == timer.due_at,
        )
        key = tuple_(timers.c.subject, timers.c.kind)
        free = select(timers.c.subject, timers.c.kind).where(*same)
        mine = delete(timers).where(key.in_(free.with_for_update(skip_locked=True)))
        return await self._work.db.write(mine) == 1

    async def of(self, subject: str) -> Sequence[Timer]:
        mine = select(timers).where(timers.c.subject == subject).order_by(timers.c.due_at)
        return [_timer(row) for row in await self._work.db.rows(mine)]

    async def due(self, now: datetime, limit: int) -> Sequence[Timer]:
        ripe = select(timers).where(timers.c.due_at <= now).order_by(timers.c.due_at)
        return [_timer(row) for row in await self._work.db.rows(ripe.limit(limit))]

    async def next_due(self) -> datetime | None:
        row = await self._work.db.row(_NEXT_DUE)
        return row["next"] if row else None


def _timer(row: Row) -> Timer:
    kind, community = TimerKind(row["kind"]), CommunityId(row["community"])
    return Timer(kind, row["subject"], community, row["due_at"])
