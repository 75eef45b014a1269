"""Keeps trained models in files: small, without code in them, loaded in milliseconds."""

from pathlib import Path

import numpy as np

from knowledge.triage.features import Vocabulary
from knowledge.triage.lexicon import Lexicon
from knowledge.triage.logistic import Logistic
from knowledge.triage.task import Task
from knowledge.triage.text_model import TextModel

FOLDER = Path(__file__).parent / "weights"
_SLIGHT = 0.002  # a column that never moves the log-odds by more is left out


def store(task: Task, model: TextModel, fingerprint: str, folder: Path) -> None:
    """Write the weights of ``model``, without the columns that hardly matter."""
    weights, scales = model.logistic.weights, model.vocabulary.scales
    kept = np.flatnonzero(np.abs(weights * scales[:, None]).max(axis=1) > _SLIGHT)
    terms = list(model.vocabulary.columns)
    np.savez_compressed(
        _file(task, folder),
        fingerprint=np.array(fingerprint),
        terms=np.array("\n".join(terms[column] for column in kept)),
        scales=scales[kept].astype(np.float16),
        weights=weights[kept].astype(np.float16),
        bias=model.logistic.bias,
    )


def load(task: Task, folder: Path = FOLDER) -> TextModel:
    """Read the weights of ``task``."""
    with np.load(_file(task, folder), allow_pickle=False) as kept:
        columns = {term: column for column, term in enumerate(str(kept["terms"]).split("\n"))}
        vocabulary = Vocabulary(columns, kept["scales"].astype(np.float32))
        logistic = Logistic(kept["weights"].astype(np.float32), kept["bias"])
    return TextModel(task.labels, Lexicon.load(task.lexicon), vocabulary, logistic)


def fingerprint(task: Task, folder: Path = FOLDER) -> str:
    """Return what the stored weights of ``task`` were made from; empty if there are none."""
    if not _file(task, folder).exists():
        return ""
    with np.load(_file(task, folder), allow_pickle=False) as kept:
        return str(kept["fingerprint"])


def _file(task: Task, folder: Path) -> Path:
    return folder / f"{task.name}.npz"
