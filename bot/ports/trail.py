"""What moderators can look back on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.ids import CommunityId
from bot.domain.trail import Entry


class Trail(Protocol):
    """The audit trail; the sweep forgets what is older than a year."""

    async def note(self, number: int, entry: Entry) -> None:
        """Write a line once: the same number is the same line."""
        ...

    async def of(self, community: CommunityId, since: datetime, until: datetime) -> Sequence[Entry]:
        """Return the lines from ``since`` to ``until`` (excluded), oldest first."""
        ...
