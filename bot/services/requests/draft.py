"""Keep what somebody typed, masked, before anything leaves."""

from contextlib import suppress
from dataclasses import dataclass

from bot.domain.errors import NotFound, TooLate, TooMany
from bot.domain.ids import RequestId
from bot.domain.limits import DAY, HOUR, REQUESTS_PER_DAY, REQUESTS_PER_HOUR_HERE
from bot.domain.people import NOBODY, Actor
from bot.domain.request import Request
from bot.domain.timers import TimerKind
from bot.domain.vocabulary import Category, Urgency
from bot.ports.clock import Clock
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.access import own_request, require_not_blocked
from bot.services.answers import clean, names_in, require_story
from bot.services.schedule import set_timer


@dataclass(frozen=True, slots=True)
class DraftRequest:
    """What the crisis form was filled in with."""

    request: RequestId
    text: str
    urgency: Urgency
    category: Category | None
    names: str = ""
    excluded: str = ""
    discreet: bool = False
    stays_home: bool = False


async def draft(
    actor: Actor, ask: DraftRequest, *, uow: UnitOfWork, redactor: Redactor, clock: Clock
) -> Request:
    """Create the draft, or change it when the same form comes again."""
    text, names = require_story(ask.text), names_in(ask.names)
    masked = redactor.redact(text, names=names, language=actor.language).text
    async with uow:
        request = await _draft_for(actor, ask, uow=uow, clock=clock)
        request.edit(original=text, text=masked)
        request.urgency, request.category = ask.urgency, ask.category
        request.hidden_names, request.discreet = names, ask.discreet
        request.excluded, request.stays_home = clean(ask.excluded), ask.stays_home
        await uow.requests.save(request)
        await _forget_unless_published(uow, request, clock)
        await uow.commit()
    return request


async def _draft_for(actor: Actor, ask: DraftRequest, *, uow: UnitOfWork, clock: Clock) -> Request:
    mine = await uow.requests.of(actor.community, actor.address)
    if any(request.id == ask.request for request in mine):
        return await own_request(uow, actor, ask.request)
    await _check_is_new(ask.request, uow=uow)
    await _check_may_ask(actor, uow=uow, clock=clock)
    today = clock.now().date()
    request = Request(ask.request, actor.community, actor.address, actor.language, today, text="")
    await uow.requests.add(request)
    return request


async def _forget_unless_published(uow: UnitOfWork, request: Request, clock: Clock) -> None:
    """Wait for the click again: what was to be published later is a draft as any other."""
    await uow.timers.cancel(request.id, TimerKind.PUBLISH)
    delays = (await uow.communities.get(request.community)).delays
    await set_timer(uow, request, TimerKind.DRAFT_EXPIRES, clock.now(), delays.draft)


async def _check_is_new(request: RequestId, *, uow: UnitOfWork) -> None:
    with suppress(NotFound):
        await uow.requests.get(request)
        raise TooLate("refusal-unknown-act")


async def _check_may_ask(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> None:
    now = clock.now()
    await require_not_blocked(uow, actor, now)
    count = await uow.limits.hit(actor.community, actor.address, "request", now - DAY, now)
    if count > REQUESTS_PER_DAY:
        raise TooMany("refusal-too-many-requests", maximum=REQUESTS_PER_DAY)
    everybody = await uow.limits.hit(actor.community, NOBODY, "request", now - HOUR, now)
    if everybody > REQUESTS_PER_HOUR_HERE:
        raise TooMany("refusal-too-many-here")
