"""Begin to rehearse a case."""

from contextlib import suppress
from datetime import timedelta

from bot.domain.casebook import CaseSheet
from bot.domain.drill import Drill, scenes_of
from bot.domain.errors import NotFound, Refusal
from bot.domain.ids import DrillId
from bot.domain.people import Actor
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor

KEPT_FOR = timedelta(days=7)


async def begin(
    actor: Actor, drill_id: DrillId, case: CaseSheet, *, team: bool, uow: UnitOfWork, clock: Clock
) -> Drill:
    """Begin, once for each ``drill_id``; a team's rehearsal is opened by those who help."""
    scenes = scenes_of(case)
    if not scenes:
        raise Refusal("refusal-drill-no-story")
    async with uow:
        with suppress(NotFound):  # pressed twice
            return await uow.drills.get(drill_id)
        if team and not actor.is_moderator:
            await approved_mentor(uow, actor)
        drill = Drill(
            drill_id,
            actor.community,
            actor.address,
            actor.language,
            case.id,
            len(scenes),
            is_team=team,
        )
        drill.begin()
        await uow.drills.add(drill)
        expires_at = clock.now() + KEPT_FOR
        await uow.timers.set(Timer(TimerKind.DRILL_EXPIRES, drill.id, drill.community, expires_at))
        await uow.commit()
    return drill
