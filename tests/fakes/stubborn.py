"""A real database that refuses what it is told to refuse, as a full disk or a lost table does."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path

from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from tests.fakes.clock import FakeClock


@dataclass
class Stubborn:
    """The store, and its file, which the test spoils and mends from outside."""

    path: Path
    clock: FakeClock
    vault: FileVault
    store: SqlStore

    def refuse(self, *tables: str, when: str = "true") -> None:
        """Let nothing be written to tables any more; the store takes it for a lost race."""
        for table in tables:
            for act in ("INSERT", "UPDATE"):
                self._do(
                    f"CREATE TRIGGER no_{act}_{table} BEFORE {act} ON {table} WHEN {when} "
                    "BEGIN SELECT RAISE(ABORT, 'refused'); END"
                )

    def accept(self, *tables: str) -> None:
        """Let tables be written to again."""
        for table in tables:
            for act in ("INSERT", "UPDATE"):
                self._do(f"DROP TRIGGER no_{act}_{table}")

    def hide(self, *tables: str) -> None:
        """Let tables be neither read nor written."""
        for table in tables:
            self._do(f"ALTER TABLE {table} RENAME TO hidden_{table}")

    def bring_back(self, *tables: str) -> None:
        """Let hidden tables be there again."""
        for table in tables:
            self._do(f"ALTER TABLE hidden_{table} RENAME TO {table}")

    def _do(self, statement: str) -> None:
        with closing(sqlite3.connect(self.path, timeout=15)) as connection:
            connection.execute(statement)
            connection.commit()


@asynccontextmanager
async def open_stubborn(folder: Path) -> AsyncIterator[Stubborn]:
    """A store on a SQLite file in a folder."""
    path, clock = folder / "store.db", FakeClock()
    url = f"sqlite+aiosqlite:///{path}"
    await upgrade(url)
    vault = FileVault(folder / "keys", clock=clock)
    store = SqlStore(create_engine(url), vault=vault, clock=clock)
    try:
        yield Stubborn(path, clock, vault, store)
    finally:
        await store.close()
