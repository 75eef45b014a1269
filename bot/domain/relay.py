"""One message of a conversation, and the pictures that it carries."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain import events as e
from bot.domain.errors import NotAllowed, TooLate
from bot.domain.ids import AttachmentId, CommunityId, MentorId, MessageId, RequestId
from bot.domain.people import Party


class Delivery(StrEnum):
    """How far a message got."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Picture:
    """A re-made picture: nothing of the original file is left but what one sees."""

    id: AttachmentId
    media_type: str
    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Said:
    """What was written, and the platform's own (opaque) name for that message.

    What was written ``by_form`` stands nowhere yet: its author's side has to be shown it too.
    ``reply_to`` is the id or the origin of the message that it answers.
    """

    request: RequestId
    text: str
    origin: str
    pictures: Sequence[Picture] = ()
    by_form: bool = False
    reply_to: str = ""


@dataclass(slots=True)
class RelayMessage:
    """A message on its way from one side to the other.

    ``origin`` names the message on the platform it came from (opaque here): the same
    origin is never relayed twice, and edits and deletions find their message by it.
    """

    id: MessageId
    request: RequestId
    community: CommunityId
    author: Party
    text: str
    origin: str
    mentor: MentorId | None = None
    space: tuple[str, str] | None = None  # where a mentor wrote it; never of a requester
    pictures: tuple[AttachmentId, ...] = ()
    by_form: bool = False
    reply_to: MessageId | None = None
    position: int = 0
    edited: bool = False
    deleted: bool = False
    delivery: Delivery = Delivery.WAITING
    reason: str = ""
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    def send(self) -> None:
        """Hand it over for delivery."""
        self._moved()

    def edit(self, text: str, *, by: Party) -> None:
        """Replace the text; the other side sees the new one, marked as edited."""
        self._check(by)
        if text != self.text:
            self.text, self.edited = text, True
            self._moved()

    def delete(self, *, by: Party) -> None:
        """Take it back: the other side no longer sees it."""
        if self.deleted:
            return
        self._check(by)
        self.text, self.pictures, self.deleted = "", (), True
        self._moved()

    def settle(self, delivery: Delivery, reason: str = "") -> None:
        """Note how far it got, and tell its author when that changed; waiting is told once."""
        known = self.reason == reason or (delivery is Delivery.WAITING and self.reason)
        if self.delivery is delivery and known:
            return
        self.delivery, self.reason = delivery, reason
        self.events.append(e.MessageSettled(self.community, self.request, self.id, self.author))

    def _check(self, by: Party) -> None:
        if by is not self.author:
            raise NotAllowed
        if self.deleted:
            raise TooLate("refusal-message-deleted")

    def _moved(self) -> None:
        self.events.append(e.MessageRelayed(self.community, self.request, self.id, self.author))
