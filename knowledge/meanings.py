"""Keeps the vectors of passages, one byte a number, and compares a question's with them."""

import numpy as np
import numpy.typing as npt

Vectors = npt.NDArray[np.float32]
Slots = npt.NDArray[np.int64]

_SCALE = 127.0
_BEST = 2  # passages that speak for a document: one may match by accident


class Meanings:
    """Vectors by slot; a slot may get them late, or never."""

    def __init__(self) -> None:
        self._passages: dict[int, npt.NDArray[np.int8]] = {}
        self._centres = np.zeros((0, 0), dtype=np.float32)

    def __len__(self) -> int:
        """How many slots have vectors."""
        return len(self._passages)

    def attach(self, slot: int, vectors: Vectors) -> None:
        """Give a slot the vectors of its passages, one a row."""
        self._passages[slot] = np.rint(vectors * _SCALE).astype(np.int8)
        self._make_room(slot, vectors.shape[1])
        centre = vectors.mean(axis=0)
        self._centres[slot] = centre / max(float(np.linalg.norm(centre)), 1e-9)

    def detach(self, slot: int) -> None:
        """Forget a slot's vectors."""
        if self._passages.pop(slot, None) is not None:
            self._centres[slot] = 0

    def overview(self, question: Vectors, slots: int) -> Vectors:
        """Return the rough likeness of every slot: the question against its centre."""
        likeness = np.zeros(slots, dtype=np.float32)
        known = min(slots, len(self._centres))
        if known:
            likeness[:known] = self._centres[:known] @ question
        return likeness

    def likeness(self, question: Vectors, slots: Slots) -> Vectors:
        """Return the likeness of these slots: the mean of their best passages, 0 without any."""
        result = np.zeros(len(slots), dtype=np.float32)
        known = [(place, self._passages.get(int(slot))) for place, slot in enumerate(slots)]
        found = [(place, passages) for place, passages in known if passages is not None]
        if not found:
            return result
        rows = np.concatenate([passages for _, passages in found]).astype(np.float32)
        ends = np.cumsum([len(passages) for _, passages in found])
        compared = np.split(rows @ question / _SCALE, ends[:-1])
        for (place, _), values in zip(found, compared, strict=True):
            result[place] = np.sort(values)[-_BEST:].mean()
        return result

    def _make_room(self, slot: int, dimensions: int) -> None:
        rows, columns = self._centres.shape
        if slot < rows and columns == dimensions:
            return
        larger = np.zeros((max(slot + 1, 2 * rows), dimensions), dtype=np.float32)
        if columns == dimensions:
            larger[:rows] = self._centres
        self._centres = larger
