"""One thing after the other in each conversation, in the order of its coming."""

import asyncio
from weakref import WeakValueDictionary


class Orders:
    """The locks of places where people talk: two messages never overtake each other."""

    def __init__(self) -> None:
        self._locks: WeakValueDictionary[tuple[str, ...], asyncio.Lock] = WeakValueDictionary()

    def of(self, *place: str) -> asyncio.Lock:
        """Return the lock of a place; it is forgotten when nobody holds it."""
        lock = self._locks.get(place)
        if lock is None:
            lock = self._locks[place] = asyncio.Lock()
        return lock
