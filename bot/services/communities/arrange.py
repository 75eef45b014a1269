"""Set a community up: its name, its language, and the channels of a space."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Language
from bot.domain.statistics import digest_timer
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.answers import clean, require


@dataclass(frozen=True, slots=True)
class Arrangement:
    """What a moderator chose for the space in which they are."""

    name: str
    language: Language
    channels: Mapping[Channel, str]


async def arrange(actor: Actor, wanted: Arrangement, *, uow: UnitOfWork, clock: Clock) -> Community:
    """Arrange the actor's space, and found its community where there was none."""
    require_moderator(actor)
    name, channels = clean(wanted.name), {c: v for c, v in wanted.channels.items() if v}
    require(name=None if name else "fault-empty", **_faults(channels))
    async with uow:
        community = await uow.communities.at(actor.address.platform, actor.address.space)
        found = community or Community(CommunityId(new_id()), name)
        found.name, found.language = name, wanted.language
        here = Space(actor.address.platform, actor.address.space)
        known = found.space(*here.where) or here
        found.move_in(replace(known, channels=channels))
        await (uow.communities.save(found) if community else uow.communities.add(found))
        await uow.timers.set(digest_timer(found, clock.now()))
        await uow.commit()
    return found


def _faults(channels: Mapping[Channel, str]) -> Mapping[str, str | None]:
    """Return what is wrong with the choice: what is for a few must not be where all read."""
    chosen = list(channels.values())
    twice = {c.value: "fault-same-channel" for c, v in channels.items() if chosen.count(v) > 1}
    twice.pop(Channel.HELP.value, None)
    return {**twice, **({} if Channel.HELP in channels else {Channel.HELP.value: "fault-choose"})}
