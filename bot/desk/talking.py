"""What both sides do in a conversation: read, answer, end, thank."""

from bot.desk.passing import pass_on
from bot.domain.ids import MentorId, RequestId, new_id
from bot.domain.people import Actor, Party
from bot.domain.relay import Said
from bot.domain.request import THANKS, Request
from bot.services.access import own_request
from bot.services.requests import close
from bot.services.requests.rate import rate as rate_request
from bot.services.requests.release import ask_another
from bot.services.requests.release import part as part_from
from bot.tools import Tools
from bot.ui import inbox as ui
from bot.ui import rereading as ui_rereading
from bot.ui import talking
from bot.ui.durations import spelled_out
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def inbox(t: Tools, who: Actor, g: Gesture) -> Answer:
    """`/boite`: every request of mine, with its state."""
    async with t.uow() as uow:
        requests = await uow.requests.of(who.community, who.address)
        rows = [
            (r, [await uow.mentors.get(m) for m in r.mentors], await uow.drafts.of(r.id))
            for r in requests
        ]
    return Screen(ui.inbox(t.say(who), rows))


async def read(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Read a whole conversation."""
    say = t.say(who)
    async with t.uow() as uow:
        request = await own_request(uow, who, RequestId(g.subject))
        messages = await uow.relay.of(request.id)
        names: dict[str | None, str] = {
            mentor.id: mentor.name for mentor in await uow.mentors.all(who.community)
        }
        lines = [
            (m, say("you") if m.author is Party.REQUESTER else names.get(m.mentor, "–"))
            for m in messages
        ]
        received = [(m.mentor, each) for m in messages if m.mentor for each in m.pictures]
        pictures = [
            (await uow.relay.picture(each), names.get(mentor, "–"))
            for mentor, each in received[-talking.PICTURES_SHOWN :]
        ]
    return Screen.of(talking.conversation(say, request, lines, pictures))


async def reply_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that answers from the inbox."""
    request, _, once = g.subject.partition("|")
    return ui.reply_form(t.say(who), f"{request}|{once or new_id()}")


async def reply(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Answer from the inbox; the form's own number makes a second click harmless."""
    request, _, once = g.subject.partition("|")
    said = Said(RequestId(request), g.text("text"), origin=f"inbox:{once}", by_form=True)
    await pass_on(t, who, said)
    return Screen.of(done(t.say(who), "reply-sent"))


async def reread_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form with words to reread."""
    return ui_rereading.reread_form(t.say(who), g.subject, g.text("text"))


async def send_reread(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Send words that were reread, whatever they say now."""
    request, origin, reply_to = (*g.subject.split("|"), "", "")[:3]
    said = Said(RequestId(request), g.text("text"), origin=origin, reply_to=reply_to)
    await pass_on(t, who, said)
    return Screen.of(done(t.say(who), "reply-sent"))


async def propose_close(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say that it seems over."""
    request = await close.propose_close(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    if not request.has_ended:
        return Screen.of(done(t.say(who), "close-proposed"))
    return await _closed(t, who, request)


async def confirm_close(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Agree that it is over."""
    request = await close.confirm_close(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return await _closed(t, who, request)


async def _closed(t: Tools, who: Actor, request: Request) -> Screen:
    async with t.uow() as uow:
        delays = (await uow.communities.get(request.community)).delays
    say = t.say(who)
    return Screen.of(done(say, "closed", identity=spelled_out(say, delays.identity)))


async def keep_open(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Go on."""
    await close.keep_open(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "kept-open"))


async def rate(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Note how much it helped; the mentor is thanked when it did."""
    rating = {"1": 1, "2": 2, "3": 3}.get(g.text("value"), 0)
    await rate_request(who, RequestId(g.subject), rating, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "rated" if rating >= THANKS else "rated-low"))


async def another(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask for another mentor, without giving a reason."""
    say, request = t.say(who), RequestId(g.subject)
    changed = await ask_another(who, request, uow=t.uow(), clock=t.clock)
    never = Button(say("button-part"), "request.part", request, changed.avoided[-1])
    return Screen.of(done(say, "another-asked", never))


async def part(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Never be offered that mentor again."""
    mentor = MentorId(g.text("value"))
    await part_from(who, RequestId(g.subject), mentor, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "parted"))
