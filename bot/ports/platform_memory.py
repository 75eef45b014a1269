"""What a platform's adapter must remember between two events, and across restarts."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from bot.domain.ids import RequestId


class PlatformMemory(Protocol):
    """Values by key, sealed; what was put with a ``request`` is destroyed with it.

    Keys are pseudonyms (``Vault.pseudonym``): nothing readable stands in one.
    """

    async def get(self, key: str) -> str | None:
        """Return the value, or None when it expired, was forgotten or never was."""
        ...

    async def under(self, prefix: str) -> Mapping[str, str]:
        """Return what is kept under keys that begin so, by key."""
        ...

    async def put(
        self,
        key: str,
        value: str,
        *,
        request: RequestId | None,
        expires_at: datetime,
        durable: bool = True,
    ) -> None:
        """Keep a value, in place of an earlier one; as for ``put_all``."""
        ...

    async def put_all(
        self,
        values: Mapping[str, str],
        *,
        request: RequestId | None,
        expires_at: datetime,
        durable: bool = True,
    ) -> None:
        """Keep several values at once; a power cut may take what is not ``durable``.

        It does not take what something durable was saved after.
        """
        ...

    async def forget(self, key: str) -> None: ...
