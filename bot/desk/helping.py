"""Helping as a mentor: take, give back, pass on, call for help, end."""

from collections.abc import Sequence

from bot.desk.passing import pass_on
from bot.domain.errors import InvalidAnswers, NotFound, Refusal
from bot.domain.ids import MentorId, RequestId, new_id
from bot.domain.mentor import Mentor, Standing
from bot.domain.people import Actor
from bot.domain.relay import Said
from bot.domain.request import Request
from bot.services.access import approved_mentor, held_request, offered_request
from bot.services.mentors.require_role import require_still_mentor
from bot.services.requests import call_backup, hand_over
from bot.services.requests.claim import claim
from bot.services.requests.release import release
from bot.services.requests.undo_claim import undo_claim
from bot.tools import Tools
from bot.ui import requests as ui
from bot.ui import talking
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def look(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show a request that waits, with the button that takes it."""
    request_id = RequestId(g.text("value") or g.subject)
    async with t.uow() as uow:
        await approved_mentor(uow, who)
        request = await offered_request(uow, who, request_id)
        mentors = [await uow.mentors.get(mentor) for mentor in request.mentors]
    if not request.is_public:
        raise NotFound
    return Screen.of(ui.request_card(t.say(who), request, mentors))


async def take(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Claim a request; one wins, the others are told by whom."""
    await require_still_mentor(who, units=t.uow, books=t.roles, clock=t.clock)
    request = await claim(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    undo = Button(t.say(who)("button-undo"), "request.unclaim", request.id)
    return Screen.of(done(t.say(who), "claimed", undo, name=request.code_name))


async def undo(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take back a claim that was a slip."""
    request = await undo_claim(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "unclaimed", name=request.code_name))


async def release_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that gives a request back, with a word if the mentor likes."""
    async with t.uow() as uow:
        request, _ = await held_request(uow, who, RequestId(g.subject))
    return ui.release_form(t.say(who), request)


async def give_back(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Release a request."""
    word = g.text("word")
    request = await release(who, RequestId(g.subject), word, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "released", name=request.code_name))


async def not_for_me(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say no to a notice: nothing is noted against anybody."""
    return Screen.of(done(t.say(who), "passed"))


async def offer_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that names who should take over."""
    return ui.offer_form(t.say(who), *await _others(t, who, g))


async def invite_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that names who should join."""
    return ui.invite_form(t.say(who), *await _others(t, who, g))


async def _others(t: Tools, who: Actor, g: Gesture) -> tuple[Request, Sequence[Mentor]]:
    async with t.uow() as uow:
        request, _ = await held_request(uow, who, RequestId(g.subject))
        mentors = await uow.mentors.all(who.community)
    others = [m for m in mentors if m.standing is Standing.APPROVED and m.id not in request.mentors]
    if not others:
        raise Refusal("refusal-nobody-else")
    return request, others


def _named(g: Gesture) -> MentorId:
    if not g.text("mentor"):
        raise InvalidAnswers({"mentor": "fault-choose"})
    return MentorId(g.text("mentor"))


async def offer(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Propose the request to another mentor."""
    await hand_over.offer(who, RequestId(g.subject), _named(g), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "offered"))


async def accept(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take over."""
    await require_still_mentor(who, units=t.uow, books=t.roles, clock=t.clock)
    request = await hand_over.accept(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "claimed", name=request.code_name))


async def decline(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Leave it with the other mentor."""
    await hand_over.decline(who, RequestId(g.subject), uow=t.uow())
    return Screen.of(done(t.say(who), "offer-declined"))


async def backup(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Call a second mentor."""
    await call_backup.call_backup(who, RequestId(g.subject), uow=t.uow())
    return Screen.of(done(t.say(who), "backup-called"))


async def invite(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask another mentor to join."""
    await call_backup.invite(who, RequestId(g.subject), _named(g), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "invited-to-join"))


async def join(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Join as a second mentor."""
    await require_still_mentor(who, units=t.uow, books=t.roles, clock=t.clock)
    request = await call_backup.join(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "joined", name=request.code_name))


async def snippets(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show the ready-made replies."""
    async with t.uow() as uow:
        request, mentor = await held_request(uow, who, RequestId(g.subject))
        available = await uow.snippets.available(who.community, mentor.id)
    return Screen.of(talking.snippets(t.say(who), request, mentor, available, new_id()))


async def send_snippet(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Send one of them, with its variables filled in; pressed twice, it goes out once."""
    name, _, once = g.subject.partition("|")
    async with t.uow() as uow:
        request, mentor = await held_request(uow, who, RequestId(name))
        available = await uow.snippets.available(who.community, mentor.id)
    chosen = next((each for each in available if each.id == g.text("value")), None)
    if chosen is None:
        raise NotFound("refusal-snippet-gone")
    text = chosen.filled(mentor.name, request.code_name)
    said = Said(request.id, text, origin=f"snippet:{chosen.id}:{once}", by_form=True)
    await pass_on(t, who, said)
    return Screen.of(done(t.say(who), "snippet-sent", text=text))
