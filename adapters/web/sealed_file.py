"""The page's own small database file: what is in it is sealed, and every change is numbered."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from importlib.resources import files
from pathlib import Path
from sqlite3 import Row
from typing import Any, Self

import aiosqlite

from bot.ports.vault import Vault


class SealedFile:
    """One connection, one writer at a time; ``revision`` counts the changes."""

    def __init__(self, database: aiosqlite.Connection, vault: Vault, revision: int) -> None:
        self._database, self._vault = database, vault
        self._turn = asyncio.Lock()
        self._changed = asyncio.Event()
        self._is_quiet = False
        self.revision = revision

    @classmethod
    async def open(cls, path: Path, *, vault: Vault) -> Self:
        """Open the file, making it for its owner alone when there is none."""
        database = await aiosqlite.connect(_private(path), isolation_level=None)
        database.row_factory = Row
        schema = files(__package__).joinpath("schema.sql").read_text("utf-8")
        await database.executescript(schema)
        (row,) = await database.execute_fetchall("SELECT number FROM revision")
        return cls(database, vault, row[0])

    async def close(self) -> None:
        """Let go of the file; whoever waits for news gets none any more."""
        self.hang_up()
        await self._database.close()

    def hang_up(self) -> None:
        """End the wait of everybody who waits for news, now and later."""
        self._is_quiet = True
        self._changed.set()

    @property
    def is_quiet(self) -> bool:
        """Whether nobody is told anything any more."""
        return self._is_quiet

    async def news_after(self, revision: int) -> bool:
        """Wait until there is something newer; False when nothing will come any more."""
        while self.revision <= revision and not self._is_quiet:
            await self._changed.wait()
        return not self._is_quiet

    async def rows(self, query: str, *values: object) -> Sequence[Row]:
        """Read; never in the middle of a change."""
        async with self._turn:
            return list(await self._database.execute_fetchall(query, values))

    @asynccontextmanager
    async def change(self) -> AsyncIterator["Change"]:
        """One transaction under the next revision; pages hear of it after the commit."""
        async with self._turn:
            await self._database.execute("BEGIN IMMEDIATE")
            try:
                await self._database.execute("UPDATE revision SET number = number + 1")
                yield Change(self._database, self.revision + 1)
                await self._database.execute("COMMIT")
            except BaseException:
                await self._database.execute("ROLLBACK")
                raise
            self.revision += 1
        waiting, self._changed = self._changed, asyncio.Event()
        waiting.set()

    # --- what nobody can read who has the file alone ----------------------------------

    def digest(self, purpose: str, *parts: str) -> str:
        """Return the keyed digest that stands for something in the file."""
        return self._vault.pseudonym(f"web-{purpose}", *parts)[:32]

    def seal(self, content: bytes, binding: str) -> bytes:
        """Encrypt with the key for what outlives requests."""
        return self._vault.seal(self._vault.standing_key(), content, f"web:{binding}")

    def open_seal(self, sealed: bytes, binding: str) -> bytes:
        """Decrypt."""
        return self._vault.open(self._vault.standing_key(), sealed, f"web:{binding}")

    def seal_record(self, record: Mapping[str, object], binding: str) -> bytes:
        """Encrypt a few named values."""
        return self.seal(json.dumps(record).encode(), binding)

    def open_record(self, sealed: bytes, binding: str) -> dict[str, Any]:
        """Decrypt a few named values."""
        record: dict[str, Any] = json.loads(self.open_seal(sealed, binding))
        return record


class Change:
    """A transaction that is open; ``revision`` is the number of this change."""

    def __init__(self, database: aiosqlite.Connection, revision: int) -> None:
        self._database, self.revision = database, revision

    async def do(self, statement: str, *values: object) -> None:
        """Write."""
        await self._database.execute(statement, values)


def _private(path: Path) -> Path:
    path.touch(mode=0o600)  # the files beside it inherit that
    return path
