"""A model of meaning for tests: it knows a few synonyms and nothing else."""

import hashlib
from collections.abc import Sequence

import numpy as np

from knowledge.embedder import Vectors
from knowledge.words import words

_SYNONYMS = {"canine": "chien", "dog": "chien", "feline": "chat", "cat": "chat"}


class SynonymEmbedder:
    """Adds up one fixed direction a word; synonyms share theirs. Counts what it is asked."""

    name = "synonyms"
    dimensions = 64

    def __init__(self) -> None:
        self.encoded: list[str] = []
        self.published: list[str] = []
        self.forgotten: list[str] = []

    def encode(self, texts: Sequence[str], *, published: bool = False) -> Vectors:
        """Return one row a text, of length 1."""
        (self.published if published else self.encoded).extend(texts)
        rows = [sum((_direction(w) for w in words(text)), _direction("")) for text in texts]
        stacked = np.array(rows, dtype=np.float32).reshape(len(texts), self.dimensions)
        unit: Vectors = stacked / np.linalg.norm(stacked, axis=1, keepdims=True)
        return unit

    def forget(self, texts: Sequence[str]) -> None:
        """Note what nobody should keep."""
        self.forgotten.extend(texts)


def _direction(word: str) -> Vectors:
    seed = hashlib.sha256(_SYNONYMS.get(word, word).encode()).digest()[:8]
    generator = np.random.default_rng(int.from_bytes(seed, "big"))
    return generator.standard_normal(SynonymEmbedder.dimensions).astype(np.float32)
