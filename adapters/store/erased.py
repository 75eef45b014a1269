"""Remembers which requests were erased, beside the keys: no backup may bring one back.

The database cannot: what it knows is restored with it. Digests only, each on a line of its
own, so that several processes can add to the file.
"""

import os
from collections.abc import Collection
from pathlib import Path

_NAME = "erased"


class Erased:
    """The digests of erased requests, in a file of the key folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / _NAME

    def note(self, digest: str) -> None:
        """Remember it before the erasure is committed: what is rolled back is tried again."""
        descriptor = os.open(self._path, os.O_CREAT | os.O_APPEND | os.O_WRONLY, 0o600)
        try:
            os.write(descriptor, f"{digest}\n".encode())
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def all(self) -> Collection[str]:
        """Return every digest."""
        return set(self._path.read_text("ascii").split()) if self._path.exists() else set()
