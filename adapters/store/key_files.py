"""The key folder: one small file a key, readable by its owner alone, never in the database."""

import os
import secrets
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from adapters.store.private import make_folder

KEY_BYTES = 32


class KeyFiles:
    """Makes, reads and destroys the files of a folder; several processes may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        make_folder(folder)

    def read(self, name: str) -> bytes | None:
        """Return a key, or None when there is none (any more)."""
        try:
            return self._path(name).read_bytes()
        except FileNotFoundError:
            return None

    def read_or_make(self, name: str) -> bytes:
        """Return a key; of several processes that make it at once, all get the same."""
        return self.read(name) or self._make(name)

    def names(self) -> Iterator[str]:
        """Name the keys that are there."""
        return (path.stem for path in self._folder.glob("*.key"))

    def made_at(self, name: str) -> datetime:
        """Return when a key was made, or copied without its date."""
        return datetime.fromtimestamp(self._path(name).stat().st_mtime, UTC)

    def destroy(self, name: str) -> None:
        """Overwrite a key, then forget it: what it wrapped can never be opened again.

        Flash memory and snapshots may keep old blocks: the folder belongs on a disk that
        is encrypted and outside all backups.
        """
        path = self._path(name)
        try:
            with path.open("r+b") as file:
                file.write(secrets.token_bytes(KEY_BYTES))
                os.fsync(file.fileno())
            path.unlink()
        except FileNotFoundError:  # another process was faster
            return
        self._folder_to_disk()

    def _make(self, name: str) -> bytes:
        """Write beside, then link: nobody ever reads half a key, and the first one wins."""
        beside = self._folder / f".{name}.{secrets.token_hex(8)}"
        descriptor = os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(beside, self._path(name))
        except FileExistsError:  # another process was faster: its key is the key
            pass
        finally:
            beside.unlink()
        self._folder_to_disk()
        return self._path(name).read_bytes()

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.key"

    def _folder_to_disk(self) -> None:
        descriptor = os.open(self._folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
