"""What is to be said, to whom, and the way out to a platform."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from bot.domain.community import Channel
from bot.domain.events import Event
from bot.domain.ids import CommunityId, DeliveryId, JoiningId, MentorId, RequestId
from bot.domain.people import Language
from bot.ui.screen import Bubble, Mark, Screen


@dataclass(frozen=True, slots=True)
class ToRequester:
    """The private place of whoever made the request."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class ToMentor:
    """A mentor's private place."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class ToThread:
    """The mentors' side of a conversation, on the community's space number ``space``."""

    request: RequestId
    space: int


@dataclass(frozen=True, slots=True)
class ToRoom:
    """A channel of the community's space number ``space``."""

    space: int
    channel: Channel


@dataclass(frozen=True, slots=True)
class ToJoiner:
    """The private place of whoever asked that their space may join the community."""

    joining: JoiningId


Recipient = ToRequester | ToMentor | ToThread | ToRoom | ToJoiner


@dataclass(frozen=True, slots=True)
class Delivery:
    """Make ``recipient`` see ``view`` of ``subject``.

    It holds ids, never text: the view is drawn at the last moment, from what is true
    then. A second delivery of the same subject to the same recipient changes the post
    that is there; a view that draws nothing takes it down.
    """

    community: CommunityId
    recipient: Recipient
    view: str
    subject: str
    request: RequestId | None = None
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class JournalledEvent:
    """An event in the order of its commit."""

    position: int
    event: Event


@dataclass(frozen=True, slots=True)
class QueuedDelivery:
    """A delivery that was taken from the queue; ``attempts`` counts the failed ones."""

    id: DeliveryId
    delivery: Delivery
    attempts: int
    handle: str | None


class Outbox(Protocol):
    """The journal of events and the queue of deliveries that come of them."""

    async def events(self, limit: int) -> Sequence[JournalledEvent]:
        """Return the oldest events that were not fanned out yet."""
        ...

    async def fan_out(self, event: JournalledEvent, deliveries: Sequence[Delivery]) -> bool:
        """Queue what an event means and mark it done, in one transaction.

        False when another worker did it, or is at an older event that comes first.
        """
        ...

    async def take(self, now: datetime, limit: int) -> Sequence[QueuedDelivery]:
        """Take the head of each free lane that is due; a lane is a recipient and a request.

        A taken delivery stays leased for a minute: a worker that dies gives it back.
        """
        ...

    async def delivered(self, delivery: QueuedDelivery, handle: str | None) -> None:
        """Note that it is there, and under which ``handle`` it can be changed."""
        ...

    async def retry(self, delivery: QueuedDelivery, at: datetime, reason: str) -> None: ...
    async def failed(self, delivery: QueuedDelivery, reason: str) -> None: ...
    async def next_due(self) -> datetime | None:
        """Return when the next delivery that waits may be tried, if any waits."""
        ...


@dataclass(frozen=True, slots=True)
class Target:
    """Where a post goes on a platform.

    ``inbox``: private, to ``user``. ``conversation``: private, to ``user``, about
    ``request``. ``thread``: the mentors' side of ``request``, seen by ``members``.
    ``room``: the platform channel ``channel``.
    """

    platform: str
    space: str
    place: Literal["inbox", "conversation", "thread", "room"]
    user: str = ""
    channel: str = ""
    request: RequestId | None = None
    title: str = ""
    language: Language = "fr"
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Emptied:
    """Nothing stays at the place, not even what people wrote there by themselves."""


Drawing = Screen | Bubble | Mark | Emptied


@dataclass(frozen=True, slots=True)
class Post:
    """A drawn delivery: ``drawing`` None takes down what is there.

    ``origin`` is set with a ``Mark``: the person's own message that is marked.
    """

    target: Target
    drawing: Drawing | None
    origin: str = ""


class Messenger(Protocol):
    """The one way out to a platform; raises ``RetryLater`` or ``Undeliverable``."""

    platform: str

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        """Show it and return the handle to change it by; the same ``key`` shows once."""
        ...

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None: ...
    async def remove(self, target: Target, handle: str) -> None: ...
    async def mark(self, target: Target, origin: str, mark: Mark) -> None: ...
    async def empty(self, target: Target) -> None:
        """Take away what is left of an erased request, as far as the platform permits."""
        ...
