"""What a platform's own rules let Entraide do in the channels of a space."""

from collections.abc import Sequence
from typing import Protocol

from bot.domain.community import Space
from bot.domain.premises import Missing


class Premises(Protocol):
    """Looks a space over."""

    async def missing(self, space: Space) -> Sequence[Missing]:
        """Return what stands in the way, channel by channel; empty when all is well."""
        ...

    async def name(self, space: str) -> str:
        """Return what people call a space; empty when the platform does not say."""
        ...

    async def people(self, space: Space) -> int | None:
        """Return how many people may have asked there; None when the platform does not say."""
        ...
