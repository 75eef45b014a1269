"""Lifting anonymity: a name each, or nothing."""

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.services.access import either_side
from bot.services.requests import share_names
from bot.tools import Tools
from bot.ui import naming as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that asks by which name one would be known."""
    async with t.uow() as uow:
        request, _, _ = await either_side(uow, who, RequestId(g.subject))
    return ui.name_form(t.say(who), request)


async def give(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Offer one's name."""
    say = t.say(who)
    request = await share_names.give_name(who, RequestId(g.subject), g.text("name"), uow=t.uow())
    if request.naming.is_mutual:
        return Screen.of(done(say, "names-mutual"))
    undo = Button(say("button-keep-name"), "request.name.keep", request.id)
    return Screen.of(done(say, "name-given", undo))


async def keep(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take it back, or decline."""
    await share_names.keep_name(who, RequestId(g.subject), uow=t.uow())
    return Screen.of(done(t.say(who), "name-kept"))
