"""Everything that the memory store holds, and one unit of work on it.

Committed tables are never changed in place: a writer works on a copy of the dictionaries
and puts it in their place at the end. So readers see what is committed and nothing else,
and rolling back is throwing the copy away.
"""

import asyncio
import copy
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, fields
from datetime import date, datetime

from bot.domain.block import Block
from bot.domain.case_draft import CaseDraft, CommunityCase
from bot.domain.community import Community
from bot.domain.drill import Drill
from bot.domain.events import Event
from bot.domain.ids import (
    AttachmentId,
    CaseId,
    CommunityId,
    DeliveryId,
    DraftId,
    DrillId,
    MentorId,
    MessageId,
    RequestId,
    SnippetId,
)
from bot.domain.mentor import Mentor
from bot.domain.people import Address
from bot.domain.relay import Picture, RelayMessage
from bot.domain.request import Request
from bot.domain.snippet import Snippet
from bot.domain.timers import Timer, TimerKind
from bot.domain.trail import Entry
from bot.ports.outbound import Delivery, Recipient
from bot.ports.store import Judgment


@dataclass(frozen=True, slots=True)
class KeptEvent:
    """An event that waits to be fanned out."""

    event: Event
    due_at: datetime | None = None
    parked: bool = False


@dataclass(frozen=True, slots=True)
class KeptDelivery:
    """A delivery that waits, or is being made while it is leased."""

    id: DeliveryId
    delivery: Delivery
    attempts: int = 0
    due_at: datetime | None = None
    leased_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class KeptPost:
    """Where a post is on its platform."""

    handle: str
    delivery: Delivery


@dataclass(frozen=True, slots=True)
class KeptValue:
    """Something that a platform's adapter remembers."""

    value: str
    request: RequestId | None
    expires_at: datetime


PostKey = tuple[CommunityId, Recipient, str]


@dataclass(slots=True)
class Tables:
    """Dictionaries in the order of insertion."""

    communities: dict[CommunityId, Community] = field(default_factory=dict)
    mentors: dict[MentorId, Mentor] = field(default_factory=dict)
    requests: dict[RequestId, Request] = field(default_factory=dict)
    messages: dict[MessageId, RelayMessage] = field(default_factory=dict)
    pictures: dict[AttachmentId, tuple[RequestId, Picture]] = field(default_factory=dict)
    drafts: dict[DraftId, CaseDraft] = field(default_factory=dict)
    cases: dict[CaseId, CommunityCase] = field(default_factory=dict)
    timers: dict[tuple[str, TimerKind], Timer] = field(default_factory=dict)
    snippets: dict[SnippetId, Snippet] = field(default_factory=dict)
    drills: dict[DrillId, Drill] = field(default_factory=dict)
    blocks: dict[tuple[CommunityId, Address], Block] = field(default_factory=dict)
    parted: dict[tuple[CommunityId, Address, MentorId], datetime] = field(default_factory=dict)
    invited: dict[tuple[CommunityId, Address], datetime] = field(default_factory=dict)
    notices: tuple[tuple[CommunityId, MentorId, date], ...] = ()
    limits: dict[tuple[CommunityId, Address, str], tuple[datetime, ...]] = field(
        default_factory=dict
    )
    judgments: dict[int, Judgment] = field(default_factory=dict)
    trail: dict[int, Entry] = field(default_factory=dict)
    events: dict[int, KeptEvent] = field(default_factory=dict)
    deliveries: dict[int, KeptDelivery] = field(default_factory=dict)
    posts: dict[PostKey, KeptPost] = field(default_factory=dict)
    kept: dict[str, KeptValue] = field(default_factory=dict)
    last: int = 0

    def next(self) -> int:
        """Return a number that was never used."""
        self.last += 1
        return self.last

    def copy(self) -> "Tables":
        """Return tables that can be changed apart; what is in them is never changed."""
        return Tables(**{each.name: copy.copy(getattr(self, each.name)) for each in fields(self)})


class Shared:
    """The committed tables, and the turn of whoever changes them."""

    def __init__(self) -> None:
        self.tables, self.turn = Tables(), asyncio.Lock()


class MemoryWork:
    """One unit of work: reads what is committed until it writes, then its own copy."""

    def __init__(self, shared: Shared) -> None:
        self._shared = shared
        self._copy: Tables | None = None
        self._told: list[Event] = []

    @property
    def tables(self) -> Tables:
        """Return what this unit of work sees."""
        return self._shared.tables if self._copy is None else self._copy

    async def writing(self) -> Tables:
        """Wait for the turn to write and return the tables to change."""
        if self._copy is None:
            await self._shared.turn.acquire()
            self._copy = self._shared.tables.copy()
        return self._copy

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[Tables]:
        """Lend the tables to change; kept at the end, unless something is raised."""
        try:
            yield await self.writing()
            await self.commit()
        finally:
            self.roll_back()

    def tell(self, events: list[Event]) -> None:
        """Take the events off an aggregate; they are journalled with the commit."""
        self._told.extend(events)
        events.clear()

    async def commit(self) -> None:
        """Keep what was written, and journal the events."""
        tables = await self.writing()
        for event in self._told:
            tables.events[tables.next()] = KeptEvent(event)
        self._shared.tables = tables
        self.roll_back()

    def roll_back(self) -> None:
        """Forget what was not committed."""
        self._told.clear()
        if self._copy is not None:
            self._copy = None
            self._shared.turn.release()
