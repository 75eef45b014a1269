"""Keeps vectors on disk by model and text, so that a restart encodes nothing twice."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]

_SCHEMA = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB) WITHOUT ROWID"
_CHUNK = 500  # keys a statement, below SQLite's limit on parameters


class VectorCache:
    """One small SQLite file; a text is only its digest in it, a vector half-precision numbers."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def fill(
        self, model: str, texts: Sequence[str], encode: Callable[[Sequence[str]], Vectors]
    ) -> Vectors:
        """Return the vectors of ``texts``, encoding and keeping the ones that are not known."""
        if not texts:
            return encode(texts)
        keys = [_key(model, text) for text in texts]
        known = self._read(keys)
        missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
        if missing:
            fresh = encode(list(missing.values()))
            known.update(zip(missing, fresh, strict=True))
            self._write({key: known[key] for key in missing})
        return np.stack([known[key] for key in keys])

    def forget(self, model: str, texts: Sequence[str]) -> None:
        """Delete the vectors of these texts."""
        keys = [(_key(model, text),) for text in texts]
        with self._database() as database:
            database.executemany("DELETE FROM vectors WHERE key = ?", keys)

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, Vectors]:
        found: dict[bytes, Vectors] = {}
        with self._database() as database:
            for start in range(0, len(keys), _CHUNK):
                some = keys[start : start + _CHUNK]
                marks = ",".join("?" * len(some))
                query = f"SELECT key, vector FROM vectors WHERE key IN ({marks})"
                for key, vector in database.execute(query, some):
                    found[key] = np.frombuffer(vector, dtype=np.float16).astype(np.float32)
        return found

    def _write(self, vectors: dict[bytes, Vectors]) -> None:
        rows = [(key, vector.astype(np.float16).tobytes()) for key, vector in vectors.items()]
        with self._database() as database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        # A connection a call: SQLite connections do not travel between threads.
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path.touch(mode=0o600)
        with closing(sqlite3.connect(self._path, timeout=30)) as database, database:
            database.execute("PRAGMA secure_delete = ON")
            database.execute(_SCHEMA)
            yield database


def _key(model: str, text: str) -> bytes:
    return hashlib.sha256(f"{model}\0{text}".encode()).digest()
