"""Word lists, one a file: an entry a line, ``#`` starts a comment."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from knowledge.redaction.normalise import Normalised


@cache
def entries(name: str) -> frozenset[str]:
    """Return the entries of a list, folded and lowered as the view of a text is."""
    return frozenset(_lines(name))


def _lines(name: str) -> Iterator[str]:
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        entry = line.partition("#")[0].strip()
        if entry:
            yield Normalised.of(entry).lower


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list written several to a line."""
    return frozenset(word for line in _lines(name) for word in line.split())
