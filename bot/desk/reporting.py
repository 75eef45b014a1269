"""The moderators' queue of reports."""

from bot.domain.errors import InvalidAnswers, NotFound
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.report import Outcome
from bot.services.access import request_here, require_moderator
from bot.services.requests.settle_report import Settlement, settle_report
from bot.tools import Tools
from bot.ui import reporting as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def queue(t: Tools, who: Actor, g: Gesture) -> Answer:
    """What waits for a moderator's eyes."""
    require_moderator(who)
    async with t.uow() as uow:
        reported = await uow.requests.reported(who.community)
    return Screen.of(ui.queue(t.say(who), reported, t.clock.now().date()))


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """A reported request, masked."""
    require_moderator(who)
    found, by = _named(g.text("value"))
    async with t.uow() as uow:
        request = await request_here(uow, who, found)
    if request.report_of(by) is None:
        raise NotFound
    return Screen.of(ui.moderator_card(t.say(who), request, f"reported-{by.value}"))


async def form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that says what came of a report."""
    require_moderator(who)
    found, by = _named(g.subject)
    async with t.uow() as uow:
        request = await request_here(uow, who, found)
    return ui.settle_form(t.say(who), request, by)


async def settle(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say that a report was looked at."""
    require_moderator(who)
    found, by = _named(g.subject)
    made = Settlement(found, by, _outcome(g), g.text("word"))
    request = await settle_report(who, made, uow=t.uow())
    others = Button(t.say(who)("button-reports"), "moderation.reports")
    return Screen.of(done(t.say(who), "report-settled", others, name=request.code_name))


def _outcome(g: Gesture) -> Outcome:
    outcome = g.one_of("outcome", Outcome)
    if outcome is Outcome.OPEN:
        raise InvalidAnswers({"outcome": "fault-choose"})
    return outcome


def _named(value: str) -> tuple[RequestId, Party]:
    request, _, by = value.partition("|")
    if by not in set(Party):
        raise NotFound
    return RequestId(request), Party(by)
