"""Whom nobody may meet: blocks by moderators, and pairs that are kept apart."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from bot.domain.block import Block
from bot.domain.ids import BlockId, CommunityId, MentorId
from bot.domain.people import Address


class Blocks(Protocol):
    """People who may not ask any more; kept so that nobody can read who they are."""

    async def block(self, person: Address, block: Block) -> None:
        """Block somebody, in place of an earlier block."""
        ...

    async def until(
        self, community: CommunityId, person: Address, now: datetime
    ) -> datetime | None:
        """Return when somebody's block ends, or None when they are not blocked."""
        ...

    async def all(self, community: CommunityId, now: datetime) -> Sequence[Block]:
        """Return the blocks that hold, the first to end before; each without its person.

        ``request`` is None once the link between that request and its author is destroyed.
        """
        ...

    async def lift(self, community: CommunityId, block: BlockId) -> bool:
        """End a block, and say whether it was there."""
        ...

    async def blocked_among(
        self, community: CommunityId, people: Collection[Address], now: datetime
    ) -> Collection[Address]:
        """Return those of ``people`` who are blocked."""
        ...

    async def part(
        self, community: CommunityId, person: Address, mentor: MentorId, until: datetime
    ) -> None:
        """Never bring this person and this mentor together again."""
        ...

    async def parted(
        self, community: CommunityId, person: Address, mentors: Collection[MentorId], now: datetime
    ) -> Collection[MentorId]:
        """Return those of ``mentors`` who are to be kept from this person."""
        ...
