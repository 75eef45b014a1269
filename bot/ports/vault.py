"""The keys: what must not be read from a stolen database is sealed with them."""

from typing import NewType, Protocol

WrappedKey = NewType("WrappedKey", bytes)


class Vault(Protocol):
    """Seals what must not be read from a stolen database (AES-256-GCM)."""

    def new_key(self) -> WrappedKey:
        """Return a fresh key, wrapped by the key of the present week."""
        ...

    def standing_key(self) -> WrappedKey:
        """Return the key for what outlives requests (mentors, spaces)."""
        ...

    def seal(self, key: WrappedKey, content: bytes, binding: str) -> bytes:
        """Encrypt; ``binding`` ties the result to its row and field."""
        ...

    def open(self, key: WrappedKey, sealed: bytes, binding: str) -> bytes:
        """Decrypt; raises ``NotFound`` when the key is gone."""
        ...

    def pseudonym(self, purpose: str, *parts: str) -> str:
        """Return a keyed digest that only equals itself, for one purpose."""
        ...
