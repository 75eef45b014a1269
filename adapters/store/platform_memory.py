"""What platforms' adapters must remember, sealed; gone with its request, or at its time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select

from adapters.store.codec import seal, unseal
from adapters.store.engine import Engine
from adapters.store.once import Row, once
from adapters.store.schema import kept
from adapters.store.transaction import Transaction
from adapters.store.turn import Turn
from adapters.store.vault import FileVault
from bot.domain.errors import NotFound
from bot.domain.ids import RequestId
from bot.ports.clock import Clock
from bot.ports.vault import WrappedKey

_GET = once(select(kept).where(kept.c.key == bindparam("name")))


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

    def __init__(self, engine: Engine, vault: FileVault, clock: Clock, turn: Turn | None) -> None:
        self._engine, self._vault, self._clock, self._turn = engine, vault, clock, turn

    async def get(self, key: str) -> str | None:
        async with Transaction(self._engine, self._turn) as db:
            row = await db.row(_GET, name=key)
        return self._value(row) if row else None

    async def under(self, prefix: str) -> Mapping[str, str]:
        async with Transaction(self._engine, self._turn) as db:
            begins_so = kept.c.key.startswith(prefix, autoescape=True)
            rows = await db.rows(select(kept).where(begins_so))
        values = {row["key"]: self._value(row) for row in rows}
        return {key: value for key, value in values.items() if value is not None}

    async def put(
        self,
        key: str,
        value: str,
        *,
        request: RequestId | None,
        expires_at: datetime,
        durable: bool = True,
    ) -> None:
        values = {key: value}
        await self.put_all(values, request=request, expires_at=expires_at, durable=durable)

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

    def _value(self, row: Row) -> str | None:
        sealed_with = WrappedKey(row["words_key"] or self._vault.standing_key())
        try:
            found = unseal(self._vault, sealed_with, _Kept, row["sealed"], "kept", row["key"])
        except NotFound:  # the key of that week is gone
            return None
        return found.value if self._clock.now() < found.expires_at else None
