"""How close one text is to many others that seldom change: their vectors are kept."""

from collections import OrderedDict
from collections.abc import Sequence
from hashlib import blake2b
from threading import Lock

import numpy as np

from knowledge.embedder import Embedder, Vectors

KEPT = 4096  # vectors: about 6 MB at 384 dimensions


class Closeness:
    """Compares texts by meaning; safe to use from several threads.

    ``others`` are remembered by a digest of their words, the oldest forgotten first; what
    they are compared with is not.
    """

    def __init__(self, embedder: Embedder, *, kept: int = KEPT) -> None:
        self._embedder, self._kept, self._turn = embedder, kept, Lock()
        self._vectors: OrderedDict[bytes, Vectors] = OrderedDict()

    def of(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how close ``text`` is to each of ``others``, 0 to 1; an empty one is not at all.

        A cosine below zero counts as none.
        """
        asked = [other for other in others if other.strip()]
        if not asked or not text.strip():
            return [0.0] * len(others)
        known = self._known(asked)
        near = np.clip(known @ self._embedder.encode([text])[0], 0.0, 1.0).tolist()
        found = iter(near)
        return [next(found) if other.strip() else 0.0 for other in others]

    def _known(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text, encoding only those that were not met before."""
        keys = [blake2b(text.encode(), digest_size=16).digest() for text in texts]
        with self._turn:
            rows = {key: self._vectors[key] for key in keys if key in self._vectors}
        new = {key: text for key, text in zip(keys, texts, strict=True) if key not in rows}
        if new:
            rows |= dict(zip(new, self._embedder.encode(list(new.values())), strict=True))
        self._keep(rows)
        return np.stack([rows[key] for key in keys])

    def _keep(self, rows: dict[bytes, Vectors]) -> None:
        with self._turn:
            for key, vector in rows.items():
                self._vectors[key] = vector
                self._vectors.move_to_end(key)
            while len(self._vectors) > self._kept:
                self._vectors.popitem(last=False)
