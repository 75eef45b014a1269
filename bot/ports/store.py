"""Where everything is kept: one repository a kind of thing, one transaction for all."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from types import TracebackType
from typing import Protocol, Self

from bot.domain.case_draft import CaseDraft, CommunityCase
from bot.domain.community import Community
from bot.domain.drill import Drill
from bot.domain.ids import (
    AttachmentId,
    CaseId,
    CommunityId,
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
from bot.ports.blocks import Blocks
from bot.ports.outbound import Recipient
from bot.ports.trail import Trail


class Requests(Protocol):
    """The requests; ``get`` and ``of`` never cross communities."""

    async def add(self, request: Request) -> None: ...
    async def save(self, request: Request) -> None:
        """Write it back; raises ``Conflict`` when somebody else saved first."""
        ...

    async def get(self, request: RequestId) -> Request:
        """Return it; raises ``NotFound``."""
        ...

    async def of(self, community: CommunityId, requester: Address) -> Sequence[Request]:
        """Return a person's requests, newest first."""
        ...

    async def by_receipt(self, community: CommunityId, receipt: str) -> Request | None: ...
    async def live(self, community: CommunityId) -> Sequence[Request]:
        """Return the open and claimed ones, oldest first."""
        ...

    async def held_by(self, mentor: MentorId) -> Sequence[Request]:
        """Return what a mentor holds or helps with now, oldest first."""
        ...

    async def resolved(self, community: CommunityId) -> Sequence[Request]:
        """Return the resolved ones whose words are still kept, oldest first."""
        ...

    async def ended(self, community: CommunityId) -> Sequence[Request]:
        """Return those that ended, in whatever way, and are still kept, oldest first."""
        ...

    async def reported(self, community: CommunityId) -> Sequence[Request]:
        """Return those with a report that no moderator looked at yet, oldest first."""
        ...

    async def code_names(self, community: CommunityId) -> Collection[str]:
        """Return the code names in use."""
        ...

    async def posts(self, request: RequestId) -> Sequence[tuple[CommunityId, Recipient, str]]:
        """Return where and to whom which subjects of it are shown, or are about to be."""
        ...

    async def destroy_words(self, request: RequestId) -> None:
        """Destroy the messages, pictures and stories that hang on it."""
        ...

    async def erase(self, request: RequestId) -> None:
        """Destroy its key and every row that hangs on it."""
        ...


class Mentors(Protocol):
    """The volunteers."""

    async def add(self, mentor: Mentor) -> None: ...
    async def save(self, mentor: Mentor) -> None: ...
    async def get(self, mentor: MentorId) -> Mentor: ...
    async def at(self, community: CommunityId, address: Address) -> Mentor | None: ...
    async def all(self, community: CommunityId) -> Sequence[Mentor]: ...


class RelayLog(Protocol):
    """The messages of conversations."""

    async def add(self, message: RelayMessage) -> None:
        """Store it and give it its ``position`` in the conversation."""
        ...

    async def save(self, message: RelayMessage) -> None: ...
    async def get(self, message: MessageId) -> RelayMessage: ...
    async def by_origin(self, request: RequestId, origin: str) -> RelayMessage | None: ...
    async def of(self, request: RequestId) -> Sequence[RelayMessage]:
        """Return a conversation in order."""
        ...

    async def add_picture(self, request: RequestId, picture: Picture) -> None: ...
    async def picture(self, picture: AttachmentId) -> Picture: ...
    async def pictures(self, request: RequestId) -> Collection[AttachmentId]: ...


class Drafts(Protocol):
    """Stories on their way to the casebook."""

    async def add(self, draft: CaseDraft) -> None: ...
    async def save(self, draft: CaseDraft) -> None: ...
    async def get(self, draft: DraftId) -> CaseDraft: ...
    async def of(self, request: RequestId) -> CaseDraft | None: ...
    async def awaiting_review(self, community: CommunityId) -> Sequence[CaseDraft]: ...


class CommunityCases(Protocol):
    """The cases that communities made."""

    async def add(self, case: CommunityCase) -> None: ...
    async def save(self, case: CommunityCase) -> None: ...
    async def get(self, case: CaseId) -> CommunityCase: ...
    async def all(self) -> Sequence[CommunityCase]:
        """Return every case that was not retracted, of all communities."""
        ...


class Communities(Protocol):
    """The peer groups."""

    async def add(self, community: Community) -> None: ...
    async def save(self, community: Community) -> None: ...
    async def get(self, community: CommunityId) -> Community: ...
    async def at(self, platform: str, space: str) -> Community | None: ...
    async def all(self) -> Sequence[Community]: ...


class Timers(Protocol):
    """What is to happen later."""

    async def set(self, timer: Timer) -> None:
        """Set it, in place of one of the same kind and subject."""
        ...

    async def cancel(self, subject: str, *kinds: TimerKind) -> None:
        """Forget these kinds (all when none is named)."""
        ...

    async def take(self, timer: Timer) -> bool:
        """Remove it, and say whether it was still there: only then act."""
        ...

    async def of(self, subject: str) -> Sequence[Timer]:
        """Return a subject's timers, the next one first."""
        ...

    async def due(self, now: datetime, limit: int) -> Sequence[Timer]: ...
    async def next_due(self) -> datetime | None: ...


class Snippets(Protocol):
    """Ready-made replies."""

    async def add(self, snippet: Snippet) -> None: ...
    async def remove(self, snippet: SnippetId) -> None: ...
    async def available(self, community: CommunityId, mentor: MentorId) -> Sequence[Snippet]: ...


class Drills(Protocol):
    """Rehearsals, sealed with a key of their own."""

    async def add(self, drill: Drill) -> None:
        """Store it; raises ``Conflict`` when it is there already."""
        ...

    async def save(self, drill: Drill) -> None: ...
    async def get(self, drill: DrillId) -> Drill:
        """Return it; raises ``NotFound``."""
        ...

    async def of(self, community: CommunityId, person: Address) -> Sequence[Drill]:
        """Return what a person opened, newest first."""
        ...

    async def remove(self, drill: DrillId) -> None: ...


class Notices(Protocol):
    """How often mentors were asked lately: days and counts, nothing of what they were asked."""

    async def note(self, community: CommunityId, mentors: Collection[MentorId], on: date) -> None:
        """Count one more notice for each."""
        ...

    async def since(self, community: CommunityId, on: date) -> Mapping[MentorId, int]:
        """Return how many notices each got on that day and after."""
        ...

    async def invite_once(self, community: CommunityId, person: Address, until: datetime) -> bool:
        """Note that somebody was invited to help, and say whether it is the first time."""
        ...


class Limits(Protocol):
    """How often somebody did something lately; survives restarts, names nobody."""

    async def hit(
        self,
        community: CommunityId,
        person: Address,
        what: str,
        window_start: datetime,
        now: datetime,
    ) -> int:
        """Count one more and return how many there were since ``window_start``."""
        ...


@dataclass(frozen=True, slots=True)
class Judgment:
    """Whether a suggested case helped; ``request`` is None for a free search."""

    community: CommunityId
    case: CaseId
    useful: bool
    request: RequestId | None = None


class Judgments(Protocol):
    """What people thought of the suggestions."""

    async def add(self, judgment: Judgment) -> None:
        """Store it, in place of an earlier one on the same case and request."""
        ...

    async def all(self, community: CommunityId) -> Sequence[Judgment]: ...


class UnitOfWork(Protocol):
    """One transaction: everything in it is saved, with the events to tell, or nothing is.

    Saving an aggregate also journals its events; they are told after the commit.
    """

    requests: Requests
    mentors: Mentors
    relay: RelayLog
    drafts: Drafts
    cases: CommunityCases
    communities: Communities
    timers: Timers
    snippets: Snippets
    drills: Drills
    blocks: Blocks
    notices: Notices
    limits: Limits
    judgments: Judgments
    trail: Trail

    async def __aenter__(self) -> Self: ...
    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...
    async def commit(self) -> None: ...


UnitOfWorkFactory = Callable[[], UnitOfWork]
