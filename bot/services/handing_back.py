"""What happens to the requests of a mentor who is gone: nobody is left without an answer."""

from datetime import datetime

from bot.domain.mentor import Mentor
from bot.domain.policy import State
from bot.ports.store import UnitOfWork
from bot.services.schedule import begin_conversation, begin_search


async def dismiss(uow: UnitOfWork, mentor: Mentor, now: datetime) -> None:
    """Let go of a mentor, and of everything that they held."""
    await hand_back_all(uow, mentor, now)
    mentor.leave()
    await uow.mentors.save(mentor)


async def hand_back_all(uow: UnitOfWork, mentor: Mentor, now: datetime) -> None:
    """Give what the mentor held to a co-mentor, else to all; timers follow."""
    for request in await uow.requests.held_by(mentor.id):
        led = request.mentor == mentor.id
        request.lose(mentor.id, at=now)
        await uow.requests.save(request)
        community = await uow.communities.get(request.community)
        if request.state is State.OPEN:
            await begin_search(uow, request, community, now)
        elif led:
            await begin_conversation(uow, request, community, now)
