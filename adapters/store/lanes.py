"""Recipients as text: what a queue orders by, and a post is found by."""

from bot.domain.community import Channel
from bot.domain.events import Event, RequestEvent
from bot.domain.ids import JoiningId, MentorId, RequestId
from bot.ports.outbound import (
    Delivery,
    Recipient,
    ToJoiner,
    ToMentor,
    ToRequester,
    ToRoom,
    ToThread,
)

REQUESTER, MENTOR, THREAD, ROOM = "requester:", "mentor:", "thread:", "room:"
JOINER = "joiner:"


def recipient_to_text(recipient: Recipient) -> str:
    """Return it as ``room:0:help``, ``mentor:…``, ``thread:…:0`` or ``requester:…``."""
    match recipient:
        case ToRequester(request):
            return f"{REQUESTER}{request}"
        case ToMentor(mentor):
            return f"{MENTOR}{mentor}"
        case ToThread(request, space):
            return f"{THREAD}{request}:{space}"
        case ToRoom(space, channel):
            return f"{ROOM}{space}:{channel.value}"
        case ToJoiner(joining):
            return f"{JOINER}{joining}"


def recipient_from_text(text: str) -> Recipient:
    """Return the recipient that was written so."""
    kind, _, rest = text.partition(":")
    match f"{kind}:":
        case "requester:":
            return ToRequester(RequestId(rest))
        case "mentor:":
            return ToMentor(MentorId(rest))
        case "thread:":
            request, _, space = rest.rpartition(":")
            return ToThread(RequestId(request), int(space))
        case "room:":
            space, _, channel = rest.partition(":")
            return ToRoom(int(space), Channel(channel))
        case "joiner:":
            return ToJoiner(JoiningId(rest))
    raise ValueError(kind)


def lane_of(delivery: Delivery) -> str:
    """Return what its deliveries stay in order in: a recipient and a request."""
    recipient = recipient_to_text(delivery.recipient)
    return f"{delivery.community}|{recipient}|{delivery.request or ''}"


def event_lane(event: Event) -> str:
    """Return what events stay in order in: their request, else their community."""
    return event.request if isinstance(event, RequestEvent) else event.community


def outlives_request(delivery: Delivery) -> bool:
    """Say whether its post must be found again after its request was erased."""
    return delivery.request is None or isinstance(delivery.recipient, ToRoom)
