"""What a platform's adapter remembers, as JSON under pseudonyms; the store seals it."""

import json
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from bot.domain.ids import RequestId
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

KEPT = timedelta(days=90)  # as long as a request can live
_KEY, _SHELF = 64, 16  # hexadecimal digits: a key begins with those of the shelf it stands on

Name = tuple[str, ...]  # the kind of a note, then what it is about
Note = Mapping[str, object]


class Notebook:
    """Keeps notes by name; one about a ``request`` is destroyed with it.

    Notes that stand on a shelf can be found together, also those of a shelf on that shelf.
    Each is a row of its own: two processes that add to a shelf lose nothing.
    """

    def __init__(
        self, platform: str, *, memory: PlatformMemory, vault: Vault, clock: Clock
    ) -> None:
        self._platform = platform
        self._memory, self._vault, self._clock = memory, vault, clock

    async def read(self, *name: str, on: Name = ()) -> dict[str, Any] | None:
        """Return a note, or None when it expired or never was."""
        stored = await self._memory.get(self._key(name, on))
        return json.loads(stored) if stored else None

    async def read_shelf(self, *shelf: str) -> Sequence[dict[str, Any]]:
        """Return every note that stands on a shelf, in no order."""
        found = await self._memory.under(self._shelf(shelf))
        return [json.loads(each) for each in found.values()]

    async def write(
        self,
        request: RequestId | None,
        note: Note,
        *name: str,
        on: Name = (),
        holds: timedelta = KEPT,
        durable: bool = True,
    ) -> None:
        """Keep a note in place of an earlier one."""
        await self._put(request, {self._key(name, on): note}, holds=holds, durable=durable)

    async def write_all(
        self, request: RequestId | None, notes: Mapping[Name, Note], *, durable: bool = True
    ) -> None:
        """Keep several notes at once."""
        named = {self._key(name): note for name, note in notes.items()}
        await self._put(request, named, holds=KEPT, durable=durable)

    async def forget(self, *name: str, on: Name = ()) -> None:
        """Drop a note."""
        await self._memory.forget(self._key(name, on))

    async def _put(
        self,
        request: RequestId | None,
        notes: Mapping[str, Note],
        *,
        holds: timedelta,
        durable: bool,
    ) -> None:
        await self._memory.put_all(
            {key: json.dumps(note, ensure_ascii=False) for key, note in notes.items()},
            request=request,
            expires_at=self._clock.now() + holds,
            durable=durable,
        )

    def _key(self, name: Name, on: Name = ()) -> str:
        shelf = self._shelf(on)
        return shelf + self._pseudonym(name)[: _KEY - len(shelf)]

    def _shelf(self, shelf: Name) -> str:
        above = (shelf[:depth] for depth in range(1, len(shelf) + 1))
        return "".join(self._pseudonym(each)[:_SHELF] for each in above)

    def _pseudonym(self, name: Name) -> str:
        kind, *about = name
        return self._vault.pseudonym(f"{self._platform}-{kind}", *about)
