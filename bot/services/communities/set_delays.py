"""Set how long things last in a community."""

from dataclasses import replace
from datetime import timedelta

from bot.domain.community import Community, Waves
from bot.domain.people import Actor
from bot.domain.vocabulary import Urgency
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.answers import require

LONGEST_WAVE = timedelta(days=14)
LONGEST_IDENTITY = timedelta(days=30)
LONGEST_KEPT = timedelta(days=365)
_NONE = timedelta()


async def set_waves(actor: Actor, urgency: Urgency, waves: Waves, *, uow: UnitOfWork) -> Community:
    """Set when a request of this urgency is offered wider; what waits keeps its timers."""
    require_moderator(actor)
    require(
        second=_fault(waves.second, _NONE, LONGEST_WAVE),
        everyone=_fault(waves.everyone, waves.second, LONGEST_WAVE),
        moderators=_fault(waves.moderators, waves.everyone, LONGEST_WAVE),
        reminder=_fault(waves.reminder, _NONE, LONGEST_WAVE),
        reopen=_fault(waves.reopen, waves.reminder, LONGEST_WAVE),
    )
    async with uow:
        community = await uow.communities.get(actor.community)
        changed = {**community.delays.waves, urgency: waves}
        community.delays = replace(community.delays, waves=changed)
        await uow.communities.save(community)
        await uow.commit()
    return community


async def set_retention(
    actor: Actor, *, silence: timedelta, identity: timedelta, transcript: timedelta, uow: UnitOfWork
) -> Community:
    """Set when silence closes a conversation, and when what is left of it is destroyed."""
    require_moderator(actor)
    require(
        silence=_fault(silence, _NONE, LONGEST_WAVE),
        identity=_fault(identity, _NONE, LONGEST_IDENTITY),
        transcript=_fault(transcript, identity, LONGEST_KEPT),
    )
    async with uow:
        community = await uow.communities.get(actor.community)
        community.delays = replace(
            community.delays,
            silence=silence,
            silence_warning=silence * 2 / 3,
            identity=identity,
            transcript=transcript,
        )
        await uow.communities.save(community)
        await uow.commit()
    return community


def _fault(value: timedelta, above: timedelta, most: timedelta) -> str | None:
    if value <= above:
        return "fault-duration-order"
    return "fault-duration-long" if value > most else None
