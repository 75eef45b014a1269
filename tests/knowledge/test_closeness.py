"""How close one text is to many others that seldom change."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from knowledge.closeness import Closeness
from knowledge.embedder import Vectors

VECTORS = {"question": (1.0, 0.0), "same": (1.0, 0.0), "half": (0.6, 0.8), "against": (-1.0, 0.0)}


@dataclass
class KnownVectors:
    """Encodes by heart, and remembers what it was asked."""

    name: str = "by-heart"
    dimensions: int = 2
    asked: list[str] = field(default_factory=list)

    def encode(self, texts: Sequence[str], *, published: bool = False) -> Vectors:
        self.asked += texts
        return np.asarray([VECTORS[text] for text in texts], dtype=np.float32)

    def forget(self, texts: Sequence[str]) -> None:
        raise NotImplementedError


def test_closeness_is_between_none_and_one_in_the_order_asked() -> None:
    near = Closeness(KnownVectors()).of("question", ["half", "", "same", "against", " "])
    assert [round(each, 6) for each in near] == [0.6, 0.0, 1.0, 0.0, 0.0]


def test_others_are_encoded_once() -> None:
    embedder = KnownVectors()
    closeness = Closeness(embedder)
    for _ in range(2):
        closeness.of("question", ["same", "half", "same"])
    assert embedder.asked == ["same", "half", "question", "question"]


def test_the_oldest_is_forgotten_first() -> None:
    embedder = KnownVectors()
    closeness = Closeness(embedder, kept=1)
    for other in ("same", "half", "same"):
        closeness.of("question", [other])
    assert embedder.asked.count("same") == 2


def test_nothing_is_close_to_nothing() -> None:
    embedder = KnownVectors()
    assert list(Closeness(embedder).of(" ", ["same"])) == [0.0]
    assert list(Closeness(embedder).of("question", [""])) == [0.0]
    assert not embedder.asked
