"""What was taken already: Slack sends again what it thinks was lost."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault


class Seen:
    """Lets each thing through once; what failed may come again."""

    def __init__(
        self, *, memory: PlatformMemory, vault: Vault, clock: Clock, holds: timedelta
    ) -> None:
        self._memory, self._vault, self._clock = memory, vault, clock
        self._holds = holds
        self._busy: set[str] = set()

    @asynccontextmanager
    async def once(self, kind: str, *parts: str) -> AsyncIterator[bool]:
        """Say whether it is new; it counts as taken when the block ends without an error."""
        key = self._vault.pseudonym(f"slack-seen-{kind}", *parts)
        if key in self._busy:
            yield False
            return
        self._busy.add(key)
        try:
            if await self._memory.get(key) is not None:
                yield False
                return
            yield True
            expires_at = self._clock.now() + self._holds
            # What it stood for was saved before; only what was not may come again.
            await self._memory.put(key, "", request=None, expires_at=expires_at, durable=False)
        finally:
            self._busy.discard(key)
