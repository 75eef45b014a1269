"""Copies an SQLite store while it is used, into one file, and brings it back; never a key.

The file is a tar of the databases by their names, with a list of their digests. What is in
them is sealed: without the key folder, which is kept elsewhere, nobody can read it.
"""

import hashlib
import json
import sqlite3
import tarfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from adapters.store.migrations import is_known
from adapters.store.private import make_folder

LIST = "backup.json"
NAMES = ("entraide.db", "page.db")
Advance = Callable[[int, int | None], None]


class BadBackup(Exception):
    """The file is not a backup, was damaged, or is of a version that we do not know."""


def back_up(databases: Mapping[str, Path], target: Path, *, advance: Advance) -> None:
    """Write the databases, by name, as each is at one moment; nothing half-written is left."""
    with TemporaryDirectory(dir=target.parent, prefix=".entraide-") as folder:
        copies = []
        for number, (name, path) in enumerate(databases.items(), 1):
            copies.append(_copy(path, Path(folder) / name))
            advance(number, len(databases))
        whole = Path(folder) / "whole"
        with tarfile.open(whole, "x") as archive:
            _add(archive, LIST, json.dumps({path.name: _digest(path) for path in copies}).encode())
            for path in copies:
                _add(archive, path.name, path.read_bytes())
        whole.chmod(0o600)
        whole.replace(target)


def unpack(backup: Path, folder: Path) -> Sequence[Path]:
    """Unpack and verify a backup; raises ``BadBackup``."""
    try:
        with tarfile.open(backup) as archive:
            digests = json.loads(_member(archive, LIST))
            found = [_write(folder / name, _member(archive, name)) for name in digests]
    except (tarfile.TarError, KeyError, ValueError, OSError) as error:
        raise BadBackup("it is no backup of Entraide, or a part of one") from error
    if NAMES[0] not in digests:
        raise BadBackup("it is no backup of Entraide")
    for path in found:
        if _digest(path) != digests[path.name]:
            raise BadBackup("it was changed or damaged")
        _verify(path)
    return found


def put_in_place(copy: Path, path: Path) -> None:
    """Let a copy take the place of a database that nobody uses."""
    make_folder(path.parent)
    for beside in ("-wal", "-shm"):
        with suppress(FileNotFoundError):
            path.with_name(path.name + beside).unlink()
    copy.chmod(0o600)
    copy.replace(path)


def _copy(path: Path, to: Path) -> Path:
    """Copy what is there now, and nothing of what was deleted; writers need not wait."""
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as database:
        database.execute("VACUUM INTO ?", (str(to),))
    return to


def _verify(path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise BadBackup("its database is damaged")
        if path.name == NAMES[0]:
            _verify_version(database)


def _verify_version(database: sqlite3.Connection) -> None:
    (version,) = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if not is_known(version):
        raise BadBackup("it was made by a newer Entraide")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _add(archive: tarfile.TarFile, name: str, content: bytes) -> None:
    """Add a file without an owner, a place or a time."""
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(content), 0o600
    archive.addfile(entry, BytesIO(content))


def _member(archive: tarfile.TarFile, name: str) -> bytes:
    file = archive.extractfile(name)
    if file is None:
        raise BadBackup("it is no backup of Entraide")
    return file.read()


def _write(path: Path, content: bytes) -> Path:
    if path.name not in NAMES:
        raise BadBackup("it is no backup of Entraide")
    path.write_bytes(content)
    return path
