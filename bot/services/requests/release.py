"""Give a request back, as its mentor or because its requester would like another one."""

from datetime import timedelta

from bot.domain.errors import NotFound
from bot.domain.ids import MentorId, MessageId, RequestId, new_id
from bot.domain.mentor import Mentor
from bot.domain.people import Actor, Party
from bot.domain.policy import Role
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import held_request, own_request
from bot.services.answers import clean, require_story
from bot.services.schedule import begin_search

PARTED_FOR = timedelta(days=2 * 365)


async def release(
    actor: Actor, request_id: RequestId, word: str = "", *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Open the request again because its mentor cannot go on; a last word goes out before."""
    async with uow:
        request, mentor = await held_request(uow, actor, request_id)
        if word := clean(word):
            await _say(uow, request, mentor, require_story(word, field="word"))
        request.release(role=Role.HOLDER, at=clock.now())
        await _search_again(uow, request, clock)
    return request


async def _say(uow: UnitOfWork, request: Request, mentor: Mentor, word: str) -> None:
    message = RelayMessage(
        MessageId(new_id()),
        request.id,
        request.community,
        Party.MENTOR,
        word,
        origin=f"release:{request.round}:{mentor.id}",
        mentor=mentor.id,
        by_form=True,
    )
    message.send()
    await uow.relay.add(message)


async def ask_another(
    actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Open the request again for other mentors; no reason is asked."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        request.release(role=Role.REQUESTER, at=clock.now(), reason="another")
        await _search_again(uow, request, clock)
    return request


async def part(
    actor: Actor, request_id: RequestId, mentor: MentorId, *, uow: UnitOfWork, clock: Clock
) -> Request:
    """Never be offered a mentor again whom one had asked to change; they are not told."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        if mentor not in request.avoided:
            raise NotFound
        until = clock.now() + PARTED_FOR
        await uow.blocks.part(request.community, actor.address, mentor, until)
        await uow.commit()
    return request


async def _search_again(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    await uow.requests.save(request)
    community = await uow.communities.get(request.community)
    await begin_search(uow, request, community, clock.now())
    await uow.commit()
