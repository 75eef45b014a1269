"""Speak to somebody in the language that they chose from now on."""

from bot.domain.people import Actor
from bot.ports.store import UnitOfWork


async def speak(actor: Actor, *, uow: UnitOfWork) -> None:
    """Remember the actor's language for what is sent to them later."""
    async with uow:
        mentor = await uow.mentors.at(actor.community, actor.address)
        if mentor and mentor.language != actor.language:
            mentor.language = actor.language
            await uow.mentors.save(mentor)
        for request in await uow.requests.of(actor.community, actor.address):
            if not request.has_ended and request.language != actor.language:
                request.language = actor.language
                await uow.requests.save(request)
        await uow.commit()
