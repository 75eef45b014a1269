"""Vector cache: nothing is encoded twice, and what is forgotten is gone from the file."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.vector_cache import VectorCache, Vectors


class Encoder:
    """Encodes a text as its length, and notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def __call__(self, texts: Sequence[str]) -> Vectors:
        """Return one row a text."""
        self.asked.extend(texts)
        return np.array([[len(text), 1] for text in texts], dtype=np.float32).reshape(-1, 2)


def test_only_what_is_new_is_encoded_even_after_a_restart(tmp_path: Path) -> None:
    path, encode = tmp_path / "deep" / "vectors.db", Encoder()
    first = VectorCache(path).fill("m", ["a", "bbb", "a"], encode)
    second = VectorCache(path).fill("m", ["bbb", "cc"], encode)

    assert encode.asked == ["a", "bbb", "cc"]
    assert [each.stat().st_mode & 0o077 for each in (path.parent, path)] == [0, 0]
    assert first.tolist() == [[1, 1], [3, 1], [1, 1]]
    assert second.tolist() == [[3, 1], [2, 1]]


def test_models_do_not_share_vectors(tmp_path: Path) -> None:
    cache, encode = VectorCache(tmp_path / "vectors.db"), Encoder()
    cache.fill("m", ["a"], encode)
    cache.fill("n", ["a"], encode)
    assert encode.asked == ["a", "a"]


def test_a_forgotten_text_is_encoded_again(tmp_path: Path) -> None:
    cache, encode = VectorCache(tmp_path / "vectors.db"), Encoder()
    cache.fill("m", ["a", "b"], encode)
    cache.forget("m", ["a"])
    cache.fill("m", ["a", "b"], encode)
    assert encode.asked == ["a", "b", "a"]


def test_more_texts_than_a_statement_holds(tmp_path: Path) -> None:
    cache, encode = VectorCache(tmp_path / "vectors.db"), Encoder()
    texts = [f"t{n}" for n in range(1201)]
    cache.fill("m", texts, encode)
    assert len(cache.fill("m", texts, encode)) == 1201
    assert encode.asked == texts


def test_no_text_is_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "vectors.db"
    VectorCache(path).fill("m", ["un secret bien gardé"], Encoder())
    assert b"secret" not in path.read_bytes()


def test_nothing_to_encode_is_no_vectors(tmp_path: Path) -> None:
    assert VectorCache(tmp_path / "vectors.db").fill("m", [], Encoder()).shape == (0, 2)
