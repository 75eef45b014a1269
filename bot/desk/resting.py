"""`/mentor`: one's own page, and stepping out or back in."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from bot.desk.offering import open_to
from bot.domain.errors import InvalidAnswers
from bot.domain.mentor import UNTIL_THEY_SAY, Mentor
from bot.domain.people import Actor
from bot.services.access import approved_mentor
from bot.services.mentors.leave import leave as leave_mentors
from bot.services.mentors.link_account import make_code
from bot.services.mentors.require_role import require_may_mentor
from bot.services.mentors.rest import rest as rest_mentor
from bot.tools import Tools
from bot.ui import mentor_page as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.holidays import parse_day
from bot.ui.mentoring import profile_form
from bot.ui.notices import done
from bot.ui.screen import Card, Screen

_PAUSES = {"2h": timedelta(hours=2), "1d": timedelta(days=1), "1w": timedelta(weeks=1)}


async def home(t: Tools, who: Actor, g: Gesture) -> Answer:
    """`/mentor`: one's page, or the form for newcomers."""
    cards = await mentor_cards(t, who)
    if cards:
        return Screen(tuple(cards))
    await require_may_mentor(who, uow=t.uow(), books=t.roles)
    async with t.uow() as uow:
        community = await uow.communities.get(who.community)
    return profile_form(t.say(who), None, community.time_zone)


async def mentor_cards(t: Tools, who: Actor) -> Sequence[Card]:
    """Return one's own page as it stands; nothing for who never applied."""
    async with t.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
        if mentor is None:
            return ()
        held = await uow.requests.held_by(mentor.id)
        offered = await open_to(uow, mentor)
        snippets = await uow.snippets.available(who.community, mentor.id)
    return ui.mentor_page(
        t.say(who),
        mentor,
        held=len(held),
        waiting=offered,
        snippets=snippets,
        now=t.clock.now(),
    )


async def rest(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Pause, step out until one says so, or come back: one click each."""
    now, value = t.clock.now(), g.text("value")
    length = _PAUSES.get(value)
    until = UNTIL_THEY_SAY if value == "out" else now + length if length else None
    await rest_mentor(who, until, uow=t.uow())
    return Screen.of(done(t.say(who), "resting" if until else "back"))


async def pause_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that asks until when."""
    return ui.pause_form(t.say(who))


async def pause(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Rest until the morning of a day, where the mentor lives."""
    async with t.uow() as uow:
        mentor = await approved_mentor(uow, who)
    until = _morning(mentor, g.text("day"), t.clock.now())
    await rest_mentor(who, until, uow=t.uow())
    return Screen.of(done(t.say(who), "resting"))


def _morning(mentor: Mentor, answer: str, now: datetime) -> datetime:
    here = mentor.local(now)
    until = datetime.combine(parse_day(answer), time(), here.tzinfo)
    if not here < until < here + timedelta(days=3660):
        raise InvalidAnswers({"day": "fault-day-past"})
    return until


async def leave(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Stop being a mentor."""
    await leave_mentors(who, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "left"))


async def link(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Make the code by which another account becomes the same mentor's."""
    code = await make_code(who, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "link-made", code=code))
