"""Communities, mentors and their snippets, blocks and limits in memory."""

from collections.abc import Collection, Sequence
from copy import deepcopy
from datetime import datetime

from adapters.store.memory.shelf import put_back, put_in, taken_out
from adapters.store.memory.tables import MemoryWork, Tables
from bot.domain.block import Block
from bot.domain.community import Community
from bot.domain.errors import Conflict
from bot.domain.ids import BlockId, CommunityId, MentorId, SnippetId
from bot.domain.mentor import Mentor
from bot.domain.people import Address
from bot.domain.snippet import Snippet


class MemoryCommunities:
    """Keeps communities; a space belongs to one of them."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, community: Community) -> None:
        t = await self._work.writing()
        _check_spaces(t, community)
        self._work.tell(community.events)
        put_in(t.communities, community.id, community)

    async def save(self, community: Community) -> None:
        t = await self._work.writing()
        _check_spaces(t, community)
        self._work.tell(community.events)
        put_back(t.communities, community.id, community)

    async def get(self, community: CommunityId) -> Community:
        return taken_out(self._work.tables.communities, community)

    async def at(self, platform: str, space: str) -> Community | None:
        for community in self._work.tables.communities.values():
            if (platform, space) in _spaces(community):
                return deepcopy(community)
        return None

    async def all(self) -> Sequence[Community]:
        return [deepcopy(each) for each in self._work.tables.communities.values()]


def _spaces(community: Community) -> set[tuple[str, str]]:
    return {space.where for space in community.homes}


def _check_spaces(t: Tables, community: Community) -> None:
    others = (each for each in t.communities.values() if each.id != community.id)
    if any(_spaces(other) & _spaces(community) for other in others):
        raise Conflict("a row was there already")


class MemoryMentors:
    """Keeps mentors; an account belongs to one of a community."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, mentor: Mentor) -> None:
        t = await self._work.writing()
        _check_accounts(t, mentor)
        self._work.tell(mentor.events)
        put_in(t.mentors, mentor.id, mentor)

    async def save(self, mentor: Mentor) -> None:
        t = await self._work.writing()
        _check_accounts(t, mentor)
        self._work.tell(mentor.events)
        put_back(t.mentors, mentor.id, mentor)

    async def get(self, mentor: MentorId) -> Mentor:
        return taken_out(self._work.tables.mentors, mentor)

    async def at(self, community: CommunityId, address: Address) -> Mentor | None:
        here = await self.all(community)
        return next((mentor for mentor in here if address in mentor.addresses), None)

    async def all(self, community: CommunityId) -> Sequence[Mentor]:
        mentors = self._work.tables.mentors.values()
        return [deepcopy(mentor) for mentor in mentors if mentor.community == community]


def _check_accounts(t: Tables, mentor: Mentor) -> None:
    here = (each for each in t.mentors.values() if each.community == mentor.community)
    others = (each for each in here if each.id != mentor.id)
    if any(set(other.addresses) & set(mentor.addresses) for other in others):
        raise Conflict("a row was there already")


class MemorySnippets:
    """Keeps snippets."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, snippet: Snippet) -> None:
        (await self._work.writing()).snippets[snippet.id] = snippet

    async def remove(self, snippet: SnippetId) -> None:
        (await self._work.writing()).snippets.pop(snippet, None)

    async def available(self, community: CommunityId, mentor: MentorId) -> Sequence[Snippet]:
        snippets = self._work.tables.snippets.values()
        return [s for s in snippets if s.community == community and s.mentor in (None, mentor)]


class MemoryBlocks:
    """Keeps blocks."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def block(self, person: Address, block: Block) -> None:
        (await self._work.writing()).blocks[block.community, person] = block

    async def until(
        self, community: CommunityId, person: Address, now: datetime
    ) -> datetime | None:
        block = self._work.tables.blocks.get((community, person))
        return block.until if block and block.until > now else None

    async def all(self, community: CommunityId, now: datetime) -> Sequence[Block]:
        blocks = self._work.tables.blocks.values()
        here = [each for each in blocks if each.community == community and each.until > now]
        return sorted(here, key=lambda block: (block.until, block.id))

    async def lift(self, community: CommunityId, block: BlockId) -> bool:
        t = await self._work.writing()
        left = {k: v for k, v in t.blocks.items() if (v.community, v.id) != (community, block)}
        found, t.blocks = len(left) < len(t.blocks), left
        return found

    async def blocked_among(
        self, community: CommunityId, people: Collection[Address], now: datetime
    ) -> Collection[Address]:
        return {who for who in people if await self.until(community, who, now)}

    async def part(
        self, community: CommunityId, person: Address, mentor: MentorId, until: datetime
    ) -> None:
        (await self._work.writing()).parted[community, person, mentor] = until

    async def parted(
        self, community: CommunityId, person: Address, mentors: Collection[MentorId], now: datetime
    ) -> Collection[MentorId]:
        parted = self._work.tables.parted
        ends = {m: parted.get((community, person, m)) for m in mentors}
        return {mentor for mentor, until in ends.items() if until is not None and until > now}


class MemoryLimits:
    """Counts."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def hit(
        self,
        community: CommunityId,
        person: Address,
        what: str,
        window_start: datetime,
        now: datetime,
    ) -> int:
        limits, key = (await self._work.writing()).limits, (community, person, what)
        limits[key] = (*(each for each in limits.get(key, ()) if each >= window_start), now)
        return len(limits[key])
