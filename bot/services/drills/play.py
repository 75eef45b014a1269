"""Play a rehearsal: answer, see what was really done, go on."""

from bot.domain.drill import Drill, Said
from bot.domain.errors import NotFound
from bot.domain.ids import DrillId
from bot.domain.people import Actor
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.answers import require_story


async def answer(
    actor: Actor, drill_id: DrillId, said: Said, *, uow: UnitOfWork, redactor: Redactor
) -> Drill:
    """Say what one would do; what a team reads is masked like everything public."""
    text = require_story(said.text)
    async with uow:
        drill = await drill_here(uow, actor, drill_id)
        if drill.is_team:
            text = redactor.redact(text, names=(), language=actor.language).text
        drill.answer(actor.address, Said(said.scene, text, said.once))
        await uow.drills.save(drill)
        await uow.commit()
    return drill


async def show(actor: Actor, drill_id: DrillId, scene: int, *, uow: UnitOfWork) -> Drill:
    """Show a team what was really done."""
    async with uow:
        drill = await drill_here(uow, actor, drill_id)
        drill.show(actor.address, scene)
        await uow.drills.save(drill)
        await uow.commit()
    return drill


async def go_on(actor: Actor, drill_id: DrillId, scene: int, *, uow: UnitOfWork) -> Drill:
    """Go to what happens next."""
    async with uow:
        drill = await drill_here(uow, actor, drill_id)
        drill.go_on(actor.address, scene)
        await uow.drills.save(drill)
        await uow.commit()
    return drill


async def drill_here(uow: UnitOfWork, actor: Actor, drill_id: DrillId) -> Drill:
    """Return a rehearsal of the actor's community, one's own or a team's."""
    try:
        drill = await uow.drills.get(drill_id)
    except NotFound as gone:
        raise NotFound("refusal-drill-gone") from gone
    is_theirs = drill.is_team or drill.opened_by == actor.address
    if drill.community != actor.community or not is_theirs:
        raise NotFound("refusal-drill-gone")
    return drill
