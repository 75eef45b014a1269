"""Reads the word lists and the examples that ship with the triage."""

import json
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

_HERE = files(__package__)


def read_lines(name: str) -> Iterator[str]:
    """Yield the lines of a word list, without comments and blank lines."""
    text = _HERE.joinpath("lexicon", name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("//"):
            yield line


def read_examples(name: str) -> list[dict[str, Any]]:
    """Return the labelled texts of one task."""
    text = _HERE.joinpath("examples", f"{name}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line]
