"""Erase a request, or everything about a person: words, conversations, links, profile."""

from datetime import datetime

from bot.domain.ids import RequestId
from bot.domain.mentor import Mentor
from bot.domain.people import Actor
from bot.domain.policy import Role
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import own_request, request_of_receipt
from bot.services.erasing import erase_request
from bot.services.handing_back import hand_back_all


async def erase(actor: Actor, request_id: RequestId, *, uow: UnitOfWork, clock: Clock) -> None:
    """Erase one of the actor's requests."""
    async with uow:
        request = await own_request(uow, actor, request_id)
        await erase_request(uow, request, Role.REQUESTER, clock.now())
        await uow.commit()


async def erase_everything(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> None:
    """Erase the actor's requests and rehearsals, and their profile as a mentor."""
    now = clock.now()
    async with uow:
        for request in await uow.requests.of(actor.community, actor.address):
            await erase_request(uow, request, Role.REQUESTER, now)
        for drill in await uow.drills.of(actor.community, actor.address):
            await uow.timers.cancel(drill.id)
            await uow.drills.remove(drill.id)
        mentor = await uow.mentors.at(actor.community, actor.address)
        if mentor is not None:
            await _erase_mentor(uow, mentor, now)
        await uow.commit()


async def _erase_mentor(uow: UnitOfWork, mentor: Mentor, now: datetime) -> None:
    """Whoever they were helping is helped by somebody else."""
    await hand_back_all(uow, mentor, now)
    for snippet in await uow.snippets.available(mentor.community, mentor.id):
        if snippet.mentor == mentor.id:
            await uow.snippets.remove(snippet.id)
    mentor.erase()
    await uow.mentors.save(mentor)


async def erase_by_receipt(actor: Actor, receipt: str, *, uow: UnitOfWork, clock: Clock) -> None:
    """Erase a request from any account, with the code that its author was given."""
    async with uow:
        request = await request_of_receipt(uow, actor, receipt)
        await erase_request(uow, request, Role.REQUESTER, clock.now())
        await uow.commit()
