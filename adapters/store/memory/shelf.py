"""How aggregates go in and out: as deep copies, guarded by their version."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Protocol, TypeVar

from bot.domain.errors import Conflict, NotFound


class Versioned(Protocol):
    """Something that is saved only by whoever read its last version."""

    version: int


Id = TypeVar("Id")
Item = TypeVar("Item", bound=Versioned)


def taken_out(shelf: Mapping[Id, Item], id: Id) -> Item:
    """Return a copy; raises ``NotFound``."""
    if id not in shelf:
        raise NotFound
    return deepcopy(shelf[id])


def put_in(shelf: dict[Id, Item], id: Id, item: Item) -> None:
    """Keep a copy of something new."""
    if id in shelf:
        raise Conflict("a row was there already")
    shelf[id] = deepcopy(item)


def put_back(shelf: dict[Id, Item], id: Id, item: Item) -> None:
    """Keep a copy of a newer version."""
    if id not in shelf or shelf[id].version != item.version:
        raise Conflict("saved meanwhile")
    item.version += 1
    shelf[id] = deepcopy(item)
