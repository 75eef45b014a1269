"""Asking for help: the form, the preview, the click that publishes."""

from collections.abc import Mapping

from bot.domain.errors import NotAllowed, TooMany
from bot.domain.ids import RequestId, new_id
from bot.domain.people import Actor
from bot.domain.request import Request
from bot.domain.vocabulary import Category, Urgency
from bot.services.access import own_request
from bot.services.cases.shared import sharing_with
from bot.services.requests import add_details as details
from bot.services.requests import change_urgency as urgency
from bot.services.requests.draft import DraftRequest, draft
from bot.services.requests.publish import publish
from bot.services.requests.withdraw import reopen, withdraw
from bot.tools import Tools
from bot.ui import asking as ui
from bot.ui.finding import close_cases, playbook_card
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen
from bot.ui.talking import own_request as own_card


async def open_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """`/crise`: the form, at once, without asking the database anything."""
    return _form(t, who, g.subject or new_id())


async def submit(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The filled form: keep the draft and show what would be published."""
    chosen = g.text("category")
    assessment = await t.triage.assess(g.text("text"))
    suggested = assessment.categories[0][0] if assessment.categories else None
    ask = DraftRequest(
        RequestId(g.subject),
        g.text("text"),
        g.one_of("urgency", Urgency, Urgency.NOW),
        g.one_of("category", Category) if chosen else suggested,
        g.text("names"),
        g.text("excluded"),
        g.ticked("discreet"),
        g.ticked("stays_home"),
    )
    try:
        request = await draft(who, ask, uow=t.uow(), redactor=t.redactor, clock=t.clock)
    except (NotAllowed, TooMany) as refusal:
        words = (ask.text, ask.names, ask.excluded)
        return ui.turned_down(t.say(who), refusal, assessment, words)
    return await _preview(t, who, request, suggested=not chosen)


async def _preview(t: Tools, who: Actor, request: Request, *, suggested: bool) -> Screen:
    say, text = t.say(who), request.original or request.text
    redacted = t.redactor.redact(text, names=request.hidden_names, language=who.language)
    assessment = await t.triage.assess(text)
    findings = await t.closest(
        redacted.text,
        community=who.community,
        language=who.language,
        shared=await sharing_with(who.community, uow=t.uow()),
    )
    playbook = await t.search.playbook_for(request.category, who.language)
    return Screen(
        (
            *ui.people_first(say, assessment),
            ui.preview(say, request, redacted, suggested=suggested and bool(request.category)),
            *close_cases(say, findings, request=request.id),
            playbook_card(say, playbook, short=True),
        )
    )


async def edit(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Open the form again with what was typed."""
    request = await _own(t, who, g)
    return _form(t, who, request.id, ui.answers_of(request))


def _form(t: Tools, who: Actor, subject: str, filled: Mapping[str, str] | None = None) -> Form:
    say = t.say(who)
    platform, host = say(f"platform-{who.address.platform}"), t.host or say("host-unknown")
    intro = ui.before_asking(say, platform, host, administers=t.host_administers)
    return ui.crisis_form(say, subject, intro, filled)


async def confirm(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Publish, now that the requester has seen the exact words."""
    try:
        request = await publish(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    except NotAllowed as refusal:
        return await _kept(t, who, g, refusal)
    return Screen.of(ui.published(t.say(who), request))


async def _kept(t: Tools, who: Actor, g: Gesture, refusal: NotAllowed) -> Screen:
    """Say why a draft goes no further, with all that was typed."""
    filled = ui.answers_of(await _own(t, who, g))
    assessment = await t.triage.assess(filled["text"])
    words = tuple(filled[name] for name in ("text", "names", "excluded"))
    return ui.turned_down(t.say(who), refusal, assessment, words)


async def cancel(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Throw a draft away."""
    await withdraw(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "draft-cancelled"))


async def take_back(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Withdraw a public request."""
    request = await withdraw(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "withdrawn", name=request.code_name))


async def ask_again(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Reopen a request that had ended."""
    request = await reopen(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "reopened", name=request.code_name))


async def details_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for something forgotten."""
    return ui.details_form(t.say(who), await _own(t, who, g))


async def add_details(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Append what was forgotten to the public text."""
    request = await details.add_details(
        who, RequestId(g.subject), g.text("text"), uow=t.uow(), redactor=t.redactor
    )
    card = own_card(t.say(who), request, (), is_told=False)
    return Screen.of(done(t.say(who), "details-added"), card)


async def urgency_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that changes the urgency."""
    return ui.urgency_form(t.say(who), await _own(t, who, g))


async def change_urgency(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Change how fast somebody is needed."""
    chosen = g.one_of("urgency", Urgency)
    request = await urgency.change_urgency(
        who, RequestId(g.subject), chosen, uow=t.uow(), clock=t.clock
    )
    say, told = t.say(who), "urgency-waiting" if request.is_scheduled else "urgency-changed"
    return Screen.of(done(say, told), own_card(say, request, (), is_told=False))


async def _own(t: Tools, who: Actor, g: Gesture) -> Request:
    async with t.uow() as uow:
        return await own_request(uow, who, RequestId(g.subject))
