"""What platforms' adapters must remember, in memory."""

from collections.abc import Mapping
from datetime import datetime

from adapters.store.memory.tables import KeptValue, MemoryWork, Shared
from bot.domain.ids import RequestId
from bot.ports.clock import Clock


class MemoryPlatformMemory:
    """Keeps values by key."""

    def __init__(self, shared: Shared, clock: Clock) -> None:
        self._shared, self._clock = shared, clock

    async def get(self, key: str) -> str | None:
        found = self._shared.tables.kept.get(key)
        return found.value if found and self._clock.now() < found.expires_at else None

    async def under(self, prefix: str) -> Mapping[str, str]:
        now = self._clock.now()
        return {
            key: found.value
            for key, found in self._shared.tables.kept.items()
            if key.startswith(prefix) and now < found.expires_at
        }

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
        durable: bool = True,  # memory never is
    ) -> None:
        async with MemoryWork(self._shared).alone() as tables:
            for key, value in values.items():
                tables.kept[key] = KeptValue(value, request, expires_at)

    async def forget(self, key: str) -> None:
        async with MemoryWork(self._shared).alone() as tables:
            tables.kept.pop(key, None)
