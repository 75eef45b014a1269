"""Remembers what was erased, beside the keys: no backup may bring one back.

The database cannot: what it knows is restored with it. Digests only, each on a line of its
own, so that several processes can add to the file; from the second generation of keys on,
behind the number of the one that digested it.
"""

import os
from collections.abc import Collection, Iterable
from pathlib import Path

from adapters.store.generations import FIRST

_NAME = "erased"
Noted = tuple[int, str]  # a generation of keys, and a digest


class Erased:
    """The digests of what was erased, in a file of the key folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def note(self, generation: int, digest: str) -> None:
        """Remember it before the erasure is committed: what is rolled back is tried again."""
        self._write(self._path, [(generation, digest)])

    def all(self) -> Collection[Noted]:
        """Return every digest, with the generation of its key."""
        if not self._path.exists():
            return set()
        return {_read(line) for line in self._path.read_text("ascii").split()}

    def replace(self, noted: Iterable[Noted]) -> None:
        """Remember these instead, all or none; only for a process that is alone."""
        beside = self._path.with_name(f".{_NAME}")
        beside.unlink(missing_ok=True)
        self._write(beside, sorted(noted))
        beside.replace(self._path)

    def _write(self, path: Path, noted: Iterable[Noted]) -> None:
        descriptor = os.open(path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            os.write(descriptor, "".join(map(_line, noted)).encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _line(noted: Noted) -> str:
    generation, digest = noted
    return f"{digest}\n" if generation == FIRST else f"{generation}:{digest}\n"


def _read(line: str) -> Noted:
    generation, _, digest = line.rpartition(":")
    return int(generation or FIRST), digest
