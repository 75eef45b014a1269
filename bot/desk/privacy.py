"""`/confidentialite`: who can know, my data, erase."""

import json

from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.services.people.speak import speak as speak_from_now_on
from bot.services.privacy import erase as service
from bot.services.privacy.export import export as export_data
from bot.services.requests.withdraw import withdraw_by_receipt
from bot.tools import Tools
from bot.ui import privacy as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say in plain words who can know what."""
    async with t.uow() as uow:
        community = await uow.communities.get(who.community)
    say = t.say(who)
    card = ui.confidentiality(
        say,
        platform=say(f"platform-{who.address.platform}"),
        host=t.host or say("host-unknown"),
        administers=t.host_administers,
        delays=community.delays,
        contact=community.contact,
    )
    return Screen.of(card)


async def export(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Give a person everything that is stored about them."""
    data = await export_data(who, uow=t.uow())
    text = json.dumps(data, ensure_ascii=False, indent=2)
    return Screen.of(ui.my_data(t.say(who), text, is_empty=not any(data.values())))


async def ask_erase(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask once more before something is gone."""
    act = "request.erase" if g.subject else "privacy.erase"
    text = "erase-text" if g.subject else "erase-all-text"
    return Screen.of(ui.erase_question(t.say(who), text, act, g.subject))


async def erase_one(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Erase one request."""
    await service.erase(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "erased"))


async def erase_all(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Erase everything about a person."""
    await service.erase_everything(who, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "erased-all"))


async def receipt_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for a receipt code."""
    return ui.receipt_form(t.say(who))


async def use_receipt(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Withdraw or erase a request with its receipt code, from any account."""
    if g.text("what") == "withdraw":
        receipt = g.text("receipt")
        request = await withdraw_by_receipt(who, receipt, uow=t.uow(), clock=t.clock)
        return Screen.of(done(t.say(who), "withdrawn", name=request.code_name))
    await service.erase_by_receipt(who, g.text("receipt"), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "erased"))


async def speak(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Send what comes in the language that the person just chose."""
    await speak_from_now_on(who, uow=t.uow())
    return Screen.of(done(t.say(who), "language-chosen"))
