"""What platforms' adapters must remember, sealed; gone with its request, or at its time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncEngine

from adapters.store.codec import seal, unseal
from adapters.store.schema import kept
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.vault import FileVault
from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.ports.clock import Clock
from bot.ports.vault import WrappedKey


@dataclass(frozen=True, slots=True)
class _Kept:
    value: str
    expires_at: datetime


class SqlPlatformMemory:
    """Keeps values by key.

    What belongs to a request is sealed with a key of its own, in its row: it can be kept
    before the request is, and is destroyed with it. The row tells the day on which it
    expires; the hour is sealed.
    """

    def __init__(
        self, engine: AsyncEngine, vault: FileVault, clock: Clock, turn: Turn | None
    ) -> None:
        self._engine, self._vault, self._clock, self._turn = engine, vault, clock, turn

    async def get(self, key: str) -> str | None:
        async with Transaction(self._engine, self._turn) as db:
            found = await self._found(db, key)
        return found.value if found and self._clock.now() < found.expires_at else None

    async def put(
        self, key: str, value: str, *, request: RequestId | None, expires_at: datetime
    ) -> None:
        await self.put_all({key: value}, request=request, expires_at=expires_at)

    async def put_all(
        self,
        values: Mapping[str, str],
        *,
        request: RequestId | None,
        expires_at: datetime,
        durable: bool = True,
    ) -> None:
        rows = [self._row(key, _Kept(value, expires_at), request) for key, value in values.items()]
        async with Transaction(self._engine, self._turn, durable=durable) as db:
            for row in rows:
                await db.put(kept, row)
            await db.commit()

    async def forget(self, key: str) -> None:
        async with Transaction(self._engine, self._turn) as db:
            await db.write(delete(kept).where(kept.c.key == key))
            await db.commit()

    def _row(self, key: str, value: _Kept, request: RequestId | None) -> Mapping[str, object]:
        own_key = self._vault.new_key("words") if request else None
        sealed_with = own_key or self._vault.standing_key()
        return {
            "key": key,
            "request": request,
            "words_key": own_key,
            "expires_on": (value.expires_at + timedelta(days=1)).date(),
            "sealed": seal(self._vault, sealed_with, value, "kept", key),
        }

    async def _found(self, db: Transaction, key: str) -> _Kept | None:
        row = await db.row(select(kept).where(kept.c.key == key))
        if row is None:
            return None
        sealed_with = WrappedKey(row["words_key"] or self._vault.standing_key())
        try:
            return unseal(self._vault, sealed_with, _Kept, row["sealed"], "kept", key)
        except NotFound:  # the key of that week is gone
            return None
