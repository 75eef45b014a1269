"""Reports: what either side asks moderators to look at, and what these make of it."""

from collections.abc import Sequence

from bot.domain.errors import InvalidAnswers, NotFound
from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.relay import RelayMessage
from bot.domain.report import Outcome, Report
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.access import request_here, require_moderator
from bot.services.requests.report import report as report_request
from bot.services.requests.report import reportable
from bot.services.requests.settle_report import Settlement, settle_report
from bot.tools import Tools
from bot.ui import reporting as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def report_form(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask what the moderators may read; with nothing to read, there is nothing to ask."""
    async with t.uow() as uow:
        request, messages = await reportable(uow, who, RequestId(g.subject))
        writers = await _writers(uow, messages)
    if not messages:
        return await report(t, who, g)
    return ui.report_form(t.say(who), request, messages, writers)


async def report(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask the moderators to look."""
    joined = g.many("joined")
    await report_request(who, RequestId(g.subject), joined, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "reported"))


async def queue(t: Tools, who: Actor, g: Gesture) -> Answer:
    """What waits for a moderator's eyes."""
    require_moderator(who)
    async with t.uow() as uow:
        reported = await uow.requests.reported(who.community)
    return Screen.of(ui.queue(t.say(who), reported, t.clock.now().date()))


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """A reported request, masked, with the messages that were joined until somebody decided."""
    require_moderator(who)
    found, by = _named(g.text("value"))
    async with t.uow() as uow:
        request = await request_here(uow, who, found)
        report = request.report_of(by)
        if report is None:
            raise NotFound
        joined = await _joined(uow, request, report)
        writers = await _writers(uow, [message for message, _ in joined])
    say = t.say(who)
    card = ui.moderator_card(say, request, f"reported-{by.value}", is_read=True)
    return Screen((card, *ui.joined_card(say, request, joined, writers)))


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


async def _writers(uow: UnitOfWork, messages: Sequence[RelayMessage]) -> ui.Writers:
    mentors = {message.mentor for message in messages if message.mentor}
    return {mentor: (await uow.mentors.get(mentor)).name for mentor in mentors}


async def _joined(uow: UnitOfWork, request: Request, report: Report) -> ui.Joined:
    """Return what was joined, as it reads now: what its author took back is shown no more."""
    messages = [each for each in await uow.relay.of(request.id) if each.id in report.joined]
    return [
        (message, [await uow.relay.picture(each) for each in message.pictures])
        for message in messages
    ]


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
