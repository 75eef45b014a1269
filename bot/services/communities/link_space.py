"""Let a second space live in a community: a code from the one side, then a yes from both."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

from bot.domain.community import Community
from bot.domain.errors import InvalidAnswers, NotFound, Refusal, TooMany
from bot.domain.ids import CommunityId, JoiningId, new_id
from bot.domain.joining import CODE_HOLDS, Joining
from bot.domain.people import Actor
from bot.domain.timers import Timer, TimerKind
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator

TRIES = 5  # of a space, within
TRIES_WITHIN = timedelta(minutes=15)
_NOWHERE = CommunityId("")


async def make_code(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> str:
    """Return the code that a moderator of the other space may use once."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        code = community.open_to_a_space(clock.now())
        await uow.communities.save(community)
        await uow.commit()
    return code


async def look_in(
    actor: Actor, code: str, name: str, *, uow: UnitOfWork, clock: Clock
) -> tuple[Community, Joining]:
    """Use the code up from a space without a community; nothing is linked yet."""
    require_moderator(actor)
    where, now = actor.address, clock.now()
    async with uow:
        await _require_homeless(uow, actor)
        space = replace(where, user="")
        tries = await uow.limits.hit(_NOWHERE, space, "space-code", now - TRIES_WITHIN, now)
        found = await _of(uow, lambda c: bool(c.space_pass and c.space_pass.opens_with(code, now)))
        if found and tries <= TRIES:
            joining = Joining(
                JoiningId(new_id()), where.platform, where.space, name, now + CODE_HOLDS
            )
            found.receive(joining, now)
            await uow.communities.save(found)
        await uow.commit()  # a code that was wrong counts too
    if tries > TRIES:
        raise TooMany("refusal-too-many-codes", minutes=TRIES_WITHIN // timedelta(minutes=1))
    if found is None:
        raise InvalidAnswers({"code": "fault-space-code"})
    return found, joining


async def ask_in(actor: Actor, wanted: str, *, uow: UnitOfWork, clock: Clock) -> Community:
    """Confirm, from the space that gave the code, that it would join."""
    require_moderator(actor)
    async with uow:
        await _require_homeless(uow, actor)
        community = await _of(uow, lambda c: any(each.id == wanted for each in c.joinings))
        if community is None:
            raise NotFound("refusal-joining-over")
        joining = community.joining(wanted, clock.now())
        if joining.where != (actor.address.platform, actor.address.space):
            raise NotFound("refusal-joining-over")
        if not joining.is_sure:
            sure = community.hear(joining, actor.address, actor.language, clock.now())
            await uow.communities.save(community)
            await uow.timers.set(
                Timer(TimerKind.JOINING_EXPIRES, sure.id, community.id, sure.expires_at)
            )
            await uow.commit()
    return community


async def answer(
    actor: Actor, wanted: str, *, welcome: bool, uow: UnitOfWork, clock: Clock
) -> Joining:
    """Take the space in, or leave things as they are; from the side that gave the code."""
    require_moderator(actor)
    async with uow:
        community = await uow.communities.get(actor.community)
        joining = community.joining(wanted, clock.now())
        if not joining.is_sure:
            raise NotFound("refusal-joining-over")
        is_free = await uow.communities.at(*joining.where) is None
        if welcome and is_free:
            community.welcome(joining)
        else:
            community.turn_away(joining)
        await uow.communities.save(community)
        await uow.timers.cancel(joining.id, TimerKind.JOINING_EXPIRES)
        await uow.commit()
    if welcome and not is_free:
        raise Refusal("refusal-space-taken")
    return joining


async def waiting_for(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> Community | None:
    """Return the community that the actor's space asked, and that has not answered yet."""
    now, where = clock.now(), (actor.address.platform, actor.address.space)

    def is_asked(community: Community) -> bool:
        return any(each.where == where and each.waits(now) for each in community.joinings)

    async with uow:
        return await _of(uow, is_asked)


async def _of(uow: UnitOfWork, is_it: Callable[[Community], bool]) -> Community | None:
    return next((each for each in await uow.communities.all() if is_it(each)), None)


async def _require_homeless(uow: UnitOfWork, actor: Actor) -> None:
    if await uow.communities.at(actor.address.platform, actor.address.space) is not None:
        raise Refusal("refusal-has-community")
