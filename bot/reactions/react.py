"""The second contents page: for each event, what people see of it."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any

from bot.domain import events as e
from bot.domain import space_events as se
from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.ids import DraftId, MentorId, MessageId, RequestId
from bot.domain.mentor import Mentor
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.domain.trail import entry_of
from bot.ports.clock import Clock
from bot.ports.outbound import Delivery, JournalledEvent, ToRoom
from bot.ports.store import UnitOfWork, UnitOfWorkFactory
from bot.reactions import drilling, helping, linking, moderating, naming, remembering, talking
from bot.reactions.facts import Facts, Shown

REACTIONS: Mapping[type[Event], Callable[[Any, Facts], list[Delivery]]] = {
    e.RequestPublished: helping.published,
    e.RequestReopened: helping.published,
    e.RequestChanged: helping.changed,
    e.WaveReached: helping.wave,
    e.MoreAsked: helping.more_asked,
    e.RequestClaimed: helping.claimed,
    e.MentorJoined: helping.joined,
    e.MentorReminded: helping.reminded,
    e.RequestReleased: helping.released,
    e.HandoverOffered: helping.offered,
    e.HandoverDeclined: helping.offer_declined,
    e.HandedOver: helping.handed_over,
    e.BackupCalled: helping.backup_called,
    e.MessageRelayed: talking.message_relayed,
    e.MessageSettled: talking.message_settled,
    e.CloseProposed: talking.close_proposed,
    e.CloseDeclined: talking.close_declined,
    e.SilenceNoticed: talking.silence,
    e.RequestResolved: talking.resolved,
    e.RequestWithdrawn: talking.withdrawn,
    e.RequestExpired: talking.expired,
    e.RequestRated: talking.rated,
    e.RequestReported: talking.reported,
    e.ReportSettled: talking.report_settled,
    e.RequestErased: talking.erased,
    e.NameGiven: naming.name_given,
    e.NameKept: naming.name_kept,
    e.RequesterInvited: naming.invited,
    e.AuthorBlocked: lambda event, facts: [],
    e.BlockLifted: lambda event, facts: [],
    e.MentorApplied: remembering.applied,
    e.MentorDecided: remembering.decided,
    e.DraftAgreed: remembering.draft_answered,
    e.DraftRefused: remembering.draft_answered,
    e.DraftEdited: remembering.draft_edited,
    e.DraftDeclined: remembering.draft_declined,
    e.CasePublished: remembering.case_published,
    e.CaseRetracted: lambda event, facts: [],
    e.DrillMoved: drilling.moved,
    e.WeekEnded: moderating.week_ended,
    se.SpaceInvited: lambda event, facts: [],
    se.SpaceAsked: linking.asked,
    se.SpaceJoined: linking.joined,
    se.SpaceRefused: linking.refused,
    se.SpaceUnanswered: linking.unanswered,
    se.SpaceLeft: linking.left,
    se.MentorParted: linking.mentor_parted,
    se.MentorErased: remembering.applied,
}


async def react(
    journalled: JournalledEvent, *, uow: UnitOfWorkFactory, clock: Clock
) -> list[Delivery]:
    """Note in the trail that it happened, and return what people must see now."""
    event = journalled.event
    async with uow() as unit:
        facts = await _facts(unit, event)
        entry = entry_of(event, facts.request, clock.now())
        if entry is not None:
            await unit.trail.note(journalled.position, entry)
            await unit.commit()
        return REACTIONS[type(event)](event, facts)


async def _facts(uow: UnitOfWork, event: Event) -> Facts:
    community = await uow.communities.get(event.community)
    posts = await uow.requests.posts(event.request) if isinstance(event, e.RequestErased) else ()
    request, message = await _request(uow, event), await _message(uow, event)
    guests = [await uow.communities.get(each) for each in request.guests] if request else []
    if isinstance(event, e.MessageRelayed | e.MessageSettled):
        mentors = await _talking(uow, request, message)
    else:
        homes = (event.community, *(guest.id for guest in guests))
        mentors = {mentor.id: mentor for home in homes for mentor in await uow.mentors.all(home)}
    shown = await _shown_in(uow, event) if isinstance(event, se.SpaceLeft) else ()
    return Facts(community, request, mentors, message, posts, guests, shown)


async def _talking(
    uow: UnitOfWork, request: Request | None, message: RelayMessage | None
) -> dict[MentorId, Mentor]:
    """Return the mentors of a conversation: of the many events in one, none is for others."""
    ids = {*(request.mentors if request else ()), *([message.mentor] if message else [])}
    found: dict[MentorId, Mentor] = {}
    for each in filter(None, ids):
        with suppress(NotFound):  # left meanwhile
            found[each] = await uow.mentors.get(each)
    return found


async def _shown_in(uow: UnitOfWork, event: se.SpaceLeft) -> Sequence[Shown]:
    """Return what is shown of requests in the channels of a space."""
    here = event.community
    requests = (*await uow.requests.live(here), *await uow.requests.ended(here))
    return [
        (request.id, to, subject)
        for request in requests
        for where, to, subject in await uow.requests.posts(request.id)
        if where == here and isinstance(to, ToRoom) and to.space == event.space
    ]


async def _request(uow: UnitOfWork, event: Event) -> Request | None:
    """Return the request that an event is about, or None when there is none any more."""
    try:
        draft: DraftId | None = getattr(event, "draft", None)
        request: RequestId | None = getattr(event, "request", None)
        if draft:
            request = (await uow.drafts.get(draft)).request
        return await uow.requests.get(request) if request else None
    except NotFound:
        return None


async def _message(uow: UnitOfWork, event: Event) -> RelayMessage | None:
    message: MessageId | None = getattr(event, "message", None)
    try:
        return await uow.relay.get(message) if message else None
    except NotFound:
        return None
