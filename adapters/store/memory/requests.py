"""Requests, conversations and drafts in memory."""

from collections.abc import Callable, Collection, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import TypeVar

from adapters.store.memory.shelf import put_back, put_in, taken_out
from adapters.store.memory.tables import MemoryWork, Tables
from bot.domain.case_draft import CaseDraft, Stage
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import (
    AttachmentId,
    CommunityId,
    DraftId,
    MentorId,
    MessageId,
    RequestId,
)
from bot.domain.people import NOBODY, Address
from bot.domain.policy import State
from bot.domain.relay import Picture, RelayMessage
from bot.domain.request import Request
from bot.ports.outbound import Delivery, Recipient, ToRequester, ToRoom

_LIVE = (State.OPEN, State.CLAIMED)
_K = TypeVar("_K")
_V = TypeVar("_V")


class MemoryRequests:
    """Keeps requests."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, request: Request) -> None:
        shelf = (await self._work.writing()).requests
        self._work.tell(request.events)
        put_in(shelf, request.id, request)

    async def save(self, request: Request) -> None:
        shelf = (await self._work.writing()).requests
        self._work.tell(request.events)
        put_back(shelf, request.id, request)
        if request.requester == NOBODY:
            _destroy_link(self._work.tables, request.id)

    async def get(self, request: RequestId) -> Request:
        return taken_out(self._work.tables.requests, request)

    async def of(self, community: CommunityId, requester: Address) -> Sequence[Request]:
        if requester == NOBODY:
            return ()
        mine = self._found(lambda r: r.community == community and r.requester == requester)
        return [each for each in mine[::-1] if each.state is not State.ERASED]

    async def by_receipt(self, community: CommunityId, receipt: str) -> Request | None:
        found = self._found(lambda r: r.community == community and r.receipt == receipt)
        return found[0] if found else None

    async def live(self, community: CommunityId) -> Sequence[Request]:
        return self._found(lambda r: r.community == community and r.state in _LIVE)

    async def held_by(self, mentor: MentorId) -> Sequence[Request]:
        return self._found(lambda r: mentor in r.mentors and r.state is State.CLAIMED)

    async def resolved(self, community: CommunityId) -> Sequence[Request]:
        return self._found(lambda r: r.community == community and r.state is State.RESOLVED)

    async def ended(self, community: CommunityId) -> Sequence[Request]:
        kept = self._found(lambda r: r.community == community and r.has_ended)
        return [each for each in kept if each.state is not State.ERASED]

    async def reported(self, community: CommunityId) -> Sequence[Request]:
        return self._found(lambda r: r.community == community and bool(r.open_reports))

    async def code_names(self, community: CommunityId) -> Collection[str]:
        named = self._found(lambda r: r.community == community and r.code_name != "")
        return {request.code_name for request in named}

    async def posts(self, request: RequestId) -> Sequence[tuple[CommunityId, Recipient, str]]:
        t = self._work.tables
        shown = [post.delivery for post in t.posts.values()]
        shown += [waiting.delivery for waiting in t.deliveries.values()]
        ours = (d for d in shown if d.request == request)
        return list({(d.community, d.recipient, d.subject): None for d in ours})

    async def destroy_words(self, request: RequestId) -> None:
        _destroy_words(await self._work.writing(), request)

    async def erase(self, request: RequestId) -> None:
        _erase(await self._work.writing(), request)

    def _found(self, fits: Callable[[Request], bool]) -> list[Request]:
        return [deepcopy(each) for each in self._work.tables.requests.values() if fits(each)]


def _erase(t: Tables, request: RequestId) -> None:
    """Remove everything but the way to take public posts down."""
    t.requests.pop(request, None)
    _destroy_words(t, request)
    _destroy_link(t, request)
    _drop(t.timers, lambda timer: timer.subject == request)
    t.judgments = {
        k: replace(v, request=None) if v.request == request else v for k, v in t.judgments.items()
    }

    def is_private(delivery: Delivery) -> bool:
        return delivery.request == request and not isinstance(delivery.recipient, ToRoom)

    _drop(t.deliveries, lambda waiting: is_private(waiting.delivery))
    _drop(t.posts, lambda post: is_private(post.delivery))


def _destroy_words(t: Tables, request: RequestId) -> None:
    _drop(t.messages, lambda message: message.request == request)
    _drop(t.pictures, lambda picture: picture[0] == request)
    _drop(t.drafts, lambda draft: draft.request == request)


def _destroy_link(t: Tables, request: RequestId) -> None:
    _drop(t.posts, lambda post: post.delivery.recipient == ToRequester(request))
    _drop(t.kept, lambda note: note.request == request)
    t.blocks = {
        k: replace(v, request=None) if v.request == request else v for k, v in t.blocks.items()
    }


def _drop(shelf: dict[_K, _V], is_gone: Callable[[_V], bool]) -> None:
    """Take out of a table what is gone; its other rows stay where they are."""
    for key in [key for key, row in shelf.items() if is_gone(row)]:
        del shelf[key]


class MemoryRelayLog:
    """Keeps messages and pictures."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, message: RelayMessage) -> None:
        t = await self._work.writing()
        if message.request not in t.requests:
            raise NotFound
        earlier = [each for each in t.messages.values() if each.request == message.request]
        if any(each.origin == message.origin for each in earlier):
            raise Conflict("a row was there already")
        message.position = max((each.position for each in earlier), default=0) + 1
        self._work.tell(message.events)
        put_in(t.messages, message.id, message)

    async def save(self, message: RelayMessage) -> None:
        t = await self._work.writing()
        before = taken_out(t.messages, message.id)
        self._work.tell(message.events)
        put_back(t.messages, message.id, message)
        for picture in set(before.pictures) - set(message.pictures):
            t.pictures.pop(picture, None)

    async def get(self, message: MessageId) -> RelayMessage:
        return taken_out(self._work.tables.messages, message)

    async def by_origin(self, request: RequestId, origin: str) -> RelayMessage | None:
        for message in await self.of(request):
            if message.origin == origin:
                return message
        return None

    async def of(self, request: RequestId) -> Sequence[RelayMessage]:
        return [deepcopy(m) for m in self._work.tables.messages.values() if m.request == request]

    async def add_picture(self, request: RequestId, picture: Picture) -> None:
        t = await self._work.writing()
        if request not in t.requests:
            raise NotFound
        t.pictures[picture.id] = (request, picture)

    async def picture(self, picture: AttachmentId) -> Picture:
        if picture not in self._work.tables.pictures:
            raise NotFound
        return self._work.tables.pictures[picture][1]

    async def pictures(self, request: RequestId) -> Collection[AttachmentId]:
        return {k for k, (where, _) in self._work.tables.pictures.items() if where == request}


class MemoryDrafts:
    """Keeps drafts: one a request."""

    def __init__(self, work: MemoryWork) -> None:
        self._work = work

    async def add(self, draft: CaseDraft) -> None:
        t = await self._work.writing()
        if draft.request not in t.requests:
            raise NotFound
        if any(each.request == draft.request for each in t.drafts.values()):
            raise Conflict("a row was there already")
        self._work.tell(draft.events)
        put_in(t.drafts, draft.id, draft)

    async def save(self, draft: CaseDraft) -> None:
        shelf = (await self._work.writing()).drafts
        self._work.tell(draft.events)
        put_back(shelf, draft.id, draft)

    async def get(self, draft: DraftId) -> CaseDraft:
        return taken_out(self._work.tables.drafts, draft)

    async def of(self, request: RequestId) -> CaseDraft | None:
        for draft in self._work.tables.drafts.values():
            if draft.request == request:
                return deepcopy(draft)
        return None

    async def awaiting_review(self, community: CommunityId) -> Sequence[CaseDraft]:
        return [
            deepcopy(draft)
            for draft in self._work.tables.drafts.values()
            if draft.community == community and draft.stage is Stage.AGREED
        ]
