"""Whose turn it is to write on SQLite, where there is one writer at a time.

SQLite's own waiting is a lottery: whoever polls at the right moment wins. Here it is first
come, first served. Whoever lost a race (``Conflict``) waits for the turn *before* reading
the next time, and so cannot lose again.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any
from weakref import WeakSet

PATIENCE_S = 60  # a burst is waited out; a writer inside a writer is an error in the end


class Turn:
    """One for all transactions of a process on one database."""

    def __init__(self) -> None:
        self._lock = asyncio.Lock()
        self._losers: WeakSet[asyncio.Task[Any]] = WeakSet()

    async def take(self) -> None:
        """Wait for it."""
        async with asyncio.timeout(PATIENCE_S):
            await self._lock.acquire()

    def give_back(self) -> None:
        """Let the next one write."""
        self._lock.release()

    @asynccontextmanager
    async def held(self) -> AsyncIterator[None]:
        """Keep all writers out for a while."""
        await self.take()
        try:
            yield
        finally:
            self.give_back()

    def note_lost_race(self) -> None:
        """Remember that this task has to do its work again."""
        if task := asyncio.current_task():
            self._losers.add(task)

    def lost_race(self) -> bool:
        """Say, once, whether this task lost a race the last time."""
        task = asyncio.current_task() if self._losers else None
        if task is None or task not in self._losers:
            return False
        self._losers.discard(task)
        return True
