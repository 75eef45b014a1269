"""Plain data to bytes and back: the domain's dataclasses as JSON, and sealed JSON."""

from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from bot.ports.vault import Vault, WrappedKey

T = TypeVar("T")


_adapter: Callable[[Any], TypeAdapter[Any]] = cache(TypeAdapter)


def encode(value: object) -> bytes:
    """Return a dataclass as JSON."""
    return _adapter(type(value)).dump_json(value)


def decode(kind: type[T], content: bytes | str) -> T:
    """Return the dataclass that ``encode`` was given; fields added since get their default."""
    value: T = _adapter(kind).validate_json(content)
    return value


def seal(vault: Vault, key: WrappedKey, value: object, *place: str) -> bytes:
    """Return a dataclass, sealed; ``place`` names its table, row and field."""
    return vault.seal(key, encode(value), ":".join(place))


def unseal(vault: Vault, key: WrappedKey, kind: type[T], sealed: bytes, *place: str) -> T:
    """Return what was sealed for this place; raises ``NotFound`` when the key is gone."""
    return decode(kind, vault.open(key, sealed, ":".join(place)))
