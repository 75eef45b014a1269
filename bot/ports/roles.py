"""Roles that people bear in a space, on platforms that have such a thing."""

from typing import Protocol

from bot.domain.people import Address


class Roles(Protocol):
    """Looks roles up where they are given."""

    async def exists(self, space: str, role: str) -> bool:
        """Say whether a space has a role that only some people bear."""
        ...

    async def bears(self, address: Address, role: str) -> bool | None:
        """Say whether an account bears a role, or None while nobody can tell."""
        ...
