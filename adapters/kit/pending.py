"""How many are under way, and when nobody is."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Pending:
    """Counts those who wait for something."""

    def __init__(self) -> None:
        self._count, self._nobody = 0, asyncio.Event()
        self._nobody.set()

    def __len__(self) -> int:
        return self._count

    @contextmanager
    def one_more(self) -> Iterator[None]:
        """Count one until the block ends."""
        self._count += 1
        self._nobody.clear()
        try:
            yield
        finally:
            self._count -= 1
            if not self._count:
                self._nobody.set()

    async def nobody(self, within_s: float | None) -> None:
        """Wait, for so many seconds at most, until nobody waits."""
        with suppress(TimeoutError):
            async with asyncio.timeout(within_s):
                await self._nobody.wait()
