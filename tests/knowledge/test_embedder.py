"""Embedder: which model is on and why, and the real packaged one at work."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from knowledge.embedder import Mode, SentenceTransformerEmbedder, load_embedder

ABSENT = "nobody/has-this-model"


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> SentenceTransformerEmbedder:
    embedder, _ = load_embedder(ABSENT, cache=tmp_path_factory.mktemp("cache"))
    assert embedder is not None
    return embedder


def test_no_model_is_a_choice() -> None:
    assert load_embedder(None) == (None, Mode("none", "", "no model is configured"))


def test_the_packaged_model_stands_in_and_says_so() -> None:
    embedder, mode = load_embedder(ABSENT)
    assert embedder is not None
    assert mode == Mode("packaged", "all-MiniLM-L6-v2", f"{ABSENT} is not on this machine")


def test_a_folder_is_the_configured_model(tmp_path: Path) -> None:
    embedder, mode = load_embedder(str(tmp_path))
    assert embedder is not None
    assert (embedder.name, mode.kind) == (str(tmp_path), "hub")


def test_choosing_a_model_does_not_import_torch() -> None:
    code = (
        "import sys; from knowledge.embedder import load_embedder; "
        f"assert load_embedder({ABSENT!r})[0]; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_vectors_have_length_one_and_near_meanings_are_near(
    packaged: SentenceTransformerEmbedder,
) -> None:
    texts = ["our account was hacked", "someone broke into our profile", "a recipe for soup"]
    vectors = packaged.encode(texts)

    assert vectors.shape == (3, packaged.dimensions)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.2


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_published_texts_are_kept_and_questions_are_not(tmp_path: Path) -> None:
    embedder, _ = load_embedder(ABSENT, cache=tmp_path)
    assert embedder is not None
    embedder.encode(["a private question"])
    assert not (tmp_path / "vectors.db").exists()
    first = embedder.encode(["a published case"], published=True)
    assert (tmp_path / "vectors.db").exists()
    np.testing.assert_allclose(
        embedder.encode(["a published case"], published=True), first, atol=1e-2
    )
    embedder.forget(["a published case"])
