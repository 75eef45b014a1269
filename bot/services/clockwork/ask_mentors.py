"""Ask the next wave of mentors while nobody claimed."""

from collections.abc import Sequence

from bot.domain.ids import RequestId
from bot.domain.matching import Candidate, choose
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.memory import CaseSearch
from bot.ports.store import UnitOfWork

WAVES = {
    TimerKind.WAVE_ONE: 1,
    TimerKind.WAVE_TWO: 2,
    TimerKind.WAVE_EVERYONE: 3,
    TimerKind.WAVE_MODERATORS: 4,
}


async def ask_mentors(timer: Timer, *, uow: UnitOfWork, search: CaseSearch, clock: Clock) -> None:
    """Choose whom to ask for the request of ``timer`` and note it."""
    async with uow:
        if not await uow.timers.take(timer):
            return
        request = await uow.requests.get(RequestId(timer.subject))
        if request.state is State.OPEN:
            wave, now = WAVES[timer.kind], clock.now()
            chosen = choose(request, await _candidates(uow, request, search), wave, now)
            request.reach_wave(wave, tuple((each.mentor, each.reasons) for each in chosen))
            await uow.requests.save(request)
        await uow.commit()


async def _candidates(uow: UnitOfWork, request: Request, search: CaseSearch) -> Sequence[Candidate]:
    mentors = await uow.mentors.all(request.community)
    live = await uow.requests.live(request.community)
    experiences = [mentor.profile.experience for mentor in mentors]
    closeness = await search.closeness(request.text, experiences)
    return [
        Candidate(
            mentor,
            held=sum(mentor.id in other.mentors for other in live),
            notices=sum(mentor.id in other.asked for other in live if other.state is State.OPEN),
            closeness=near,
        )
        for mentor, near in zip(mentors, closeness, strict=True)
    ]
