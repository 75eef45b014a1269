"""What happened, in the past tense: ids only, so that a journal of events holds no text."""

from dataclasses import dataclass
from datetime import date

from bot.domain.ids import CaseId, CommunityId, DraftId, DrillId, MentorId, MessageId, RequestId
from bot.domain.people import Party


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened in a community."""

    community: CommunityId


@dataclass(frozen=True, slots=True)
class RequestEvent(Event):
    """Something that happened to a request."""

    request: RequestId


@dataclass(frozen=True, slots=True)
class RequestPublished(RequestEvent):
    """The masked text is public from now on."""


@dataclass(frozen=True, slots=True)
class RequestChanged(RequestEvent):
    """Urgency or details changed: every card is drawn again."""


@dataclass(frozen=True, slots=True)
class WaveReached(RequestEvent):
    """Wave ``wave`` (1 to 4) is asked: pairs of a mentor and the reasons for the choice."""

    wave: int
    asked: tuple[tuple[MentorId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class MoreAsked(RequestEvent):
    """More mentors are asked between two waves: pairs of a mentor and the reasons."""

    asked: tuple[tuple[MentorId, str], ...] = ()


@dataclass(frozen=True, slots=True)
class RequestClaimed(RequestEvent):
    """A mentor took the request."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class MentorReminded(RequestEvent):
    """A mentor claimed and has not written yet."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class MentorJoined(RequestEvent):
    """A second mentor joined the conversation."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class RequestReleased(RequestEvent):
    """The request is open again; ``reason``: released, another, silent, left, undone."""

    mentor: MentorId
    reason: str


@dataclass(frozen=True, slots=True)
class HandoverOffered(RequestEvent):
    """A mentor proposed another one to take over."""

    mentor: MentorId
    to: MentorId


@dataclass(frozen=True, slots=True)
class HandoverDeclined(RequestEvent):
    """The other mentor cannot take over."""

    mentor: MentorId
    by: MentorId


@dataclass(frozen=True, slots=True)
class HandedOver(RequestEvent):
    """The request has a new mentor."""

    mentor: MentorId
    to: MentorId


@dataclass(frozen=True, slots=True)
class BackupCalled(RequestEvent):
    """A mentor asks for a second one at once: for ``to``, or for whoever can."""

    mentor: MentorId
    to: MentorId | None = None


@dataclass(frozen=True, slots=True)
class MessageRelayed(RequestEvent):
    """A message was accepted for the other side (or changed, or taken back)."""

    message: MessageId
    author: Party


@dataclass(frozen=True, slots=True)
class MessageSettled(RequestEvent):
    """A message reached the other side, or never will."""

    message: MessageId
    author: Party


@dataclass(frozen=True, slots=True)
class CloseProposed(RequestEvent):
    """One side thinks that it is over."""

    by: Party


@dataclass(frozen=True, slots=True)
class CloseDeclined(RequestEvent):
    """The other side would rather go on."""

    by: Party


@dataclass(frozen=True, slots=True)
class SilenceNoticed(RequestEvent):
    """Nobody wrote for long: both sides are warned before it closes."""


@dataclass(frozen=True, slots=True)
class RequestResolved(RequestEvent):
    """It is over; ``reason``: agreed, silence, gone (whoever asked is), or parted (their space)."""

    reason: str


@dataclass(frozen=True, slots=True)
class RequestWithdrawn(RequestEvent):
    """The requester took it back."""

    was_public: bool


@dataclass(frozen=True, slots=True)
class RequestReopened(RequestEvent):
    """The requester needs help again on the same matter."""


@dataclass(frozen=True, slots=True)
class RequestExpired(RequestEvent):
    """Nobody could take it in time, or the draft was forgotten; ``reason`` as of an end."""

    was_public: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RequestRated(RequestEvent):
    """The requester thanked the mentor."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class RequestReported(RequestEvent):
    """One side asks the moderators to look."""

    by: Party


@dataclass(frozen=True, slots=True)
class ReportSettled(RequestEvent):
    """A moderator looked at what one side reported."""

    by: Party


@dataclass(frozen=True, slots=True)
class NameGiven(RequestEvent):
    """One side would be known to the other; ``mutual``: both would, and are from now on."""

    by: Party
    mutual: bool


@dataclass(frozen=True, slots=True)
class NameKept(RequestEvent):
    """One side would rather stay as they are."""

    by: Party


@dataclass(frozen=True, slots=True)
class RequesterInvited(RequestEvent):
    """Somebody who was helped is asked whether they would help."""


@dataclass(frozen=True, slots=True)
class AuthorBlocked(RequestEvent):
    """A moderator blocked the author, blind."""


@dataclass(frozen=True, slots=True)
class BlockLifted(Event):
    """A moderator lets a blocked author ask again, as blind as before."""


@dataclass(frozen=True, slots=True)
class RequestErased(RequestEvent):
    """Its words are gone: everything that shows it is taken down; ``helping`` were talking."""

    helping: tuple[MentorId, ...] = ()


@dataclass(frozen=True, slots=True)
class MentorApplied(Event):
    """Somebody would like to help."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class MentorDecided(Event):
    """A moderator approved or declined a mentor."""

    mentor: MentorId


@dataclass(frozen=True, slots=True)
class DraftAgreed(Event):
    """The requester agrees that the story be reviewed."""

    draft: DraftId


@dataclass(frozen=True, slots=True)
class DraftRefused(Event):
    """The requester keeps the story out of the casebook."""

    draft: DraftId


@dataclass(frozen=True, slots=True)
class DraftEdited(Event):
    """A moderator changed the story: the requester must agree to the new words."""

    draft: DraftId


@dataclass(frozen=True, slots=True)
class DraftDeclined(Event):
    """A moderator will not publish the story."""

    draft: DraftId


@dataclass(frozen=True, slots=True)
class CasePublished(Event):
    """The casebook has a new case (or a corrected one)."""

    case: CaseId
    draft: DraftId | None


@dataclass(frozen=True, slots=True)
class CaseRetracted(Event):
    """A case is gone from every answer."""

    case: CaseId


@dataclass(frozen=True, slots=True)
class DrillMoved(Event):
    """A team's rehearsal is at ``scene``: something was answered, shown, or comes next."""

    drill: DrillId
    scene: int


@dataclass(frozen=True, slots=True)
class WeekEnded(Event):
    """The week that began on ``monday`` is complete and can be told in numbers."""

    monday: date
