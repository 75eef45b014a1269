"""Which keys there are, since when, and what they open; never a key itself."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, cast

from adapters.store.generations import base_of, generation_of
from adapters.store.key_files import KeyFiles

Kind = Literal["pepper", "standing", "words", "identity"]
Service = Literal["current", "old", "ahead"]


@dataclass(frozen=True, slots=True)
class Key:
    """A key of the folder; one of a week tells how many keys it wraps."""

    name: str
    kind: Kind
    week: str  # empty for what is of no week
    made_at: datetime
    service: Service
    wraps: int


def census(files: KeyFiles, generation: int, in_use: Mapping[str, int]) -> Sequence[Key]:
    """Return the keys as a database of this generation uses them."""
    return [_key(files, name, generation, in_use.get(name, 0)) for name in sorted(files.names())]


def _key(files: KeyFiles, name: str, generation: int, wraps: int) -> Key:
    kind, _, week = base_of(name).partition("-")
    service = _service(kind, generation_of(name), generation)
    return Key(name, cast(Kind, kind), week, files.made_at(name), service, wraps)


def _service(kind: str, own: int, generation: int) -> Service:
    """Say what a key is for; an older pepper goes on under the newer ones."""
    if own > generation:
        return "ahead"
    return "current" if own == generation or kind == "pepper" else "old"
