"""Becoming a mentor: the profile, the approval, the ready-made replies."""

from bot.desk.resting import mentor_cards
from bot.domain.errors import NotFound
from bot.domain.ids import MentorId, SnippetId
from bot.domain.limits import LINE_MAX
from bot.domain.mentor import Mentor, Notice, Profile
from bot.domain.people import LANGUAGES, Actor
from bot.domain.vocabulary import Category
from bot.services.access import require_moderator
from bot.services.answers import check_all, clean, is_time_zone, names_in, require
from bot.services.mentors.apply import apply
from bot.services.mentors.decide import decide as decide_mentor
from bot.services.mentors.keep_snippet import keep_snippet, remove_snippet
from bot.services.mentors.link_account import link_account
from bot.services.mentors.require_role import require_may_mentor
from bot.tools import Tools
from bot.ui import mentoring as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.holidays import parse_holidays
from bot.ui.hours import parse_hours
from bot.ui.notices import done
from bot.ui.screen import Screen


async def form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the profile."""
    await require_may_mentor(who, uow=t.uow(), books=t.roles)
    async with t.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
        community = await uow.communities.get(who.community)
    return ui.profile_form(t.say(who), mentor, community.time_zone)


async def submit(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Save the profile."""
    if code := g.text("code"):
        await link_account(who, code, uow=t.uow(), clock=t.clock)
        return Screen((done(t.say(who), "linked"), *await mentor_cards(t, who)))
    await require_may_mentor(who, uow=t.uow(), books=t.roles)
    mentor = await apply(who, _profile(g), uow=t.uow())
    said = done(t.say(who), f"profile-{mentor.standing.value}")
    return Screen((said, *await mentor_cards(t, who)))


def _profile(g: Gesture) -> Profile:
    check_all(
        lambda: _display_name(g),
        lambda: parse_hours(g.text("hours")),
        lambda: _time_zone(g),
        lambda: parse_holidays(g.text("holidays")),
        lambda: _capacity(g),
    )
    return Profile(
        display_name=_display_name(g),
        categories=tuple(each for each in Category if each.value in g.many("categories")),
        sectors=names_in(g.text("sectors")),
        languages=tuple(code for code in LANGUAGES if code in g.many("languages")) or ("fr",),
        hours=parse_hours(g.text("hours")),
        time_zone=_time_zone(g),
        capacity=_capacity(g),
        conflicts=names_in(g.text("conflicts")),
        experience=clean(g.text("experience")),
        notice=g.one_of("notice", Notice, Notice.PRIVATE),
        quiet=g.ticked("quiet"),
        holidays=parse_holidays(g.text("holidays")),
    )


def _display_name(g: Gesture) -> str:
    name = clean(g.text("display_name"))[:LINE_MAX]
    require(display_name=None if name else "fault-empty")
    return name


def _time_zone(g: Gesture) -> str:
    name = g.text("time_zone") or "Europe/Paris"
    require(time_zone=None if is_time_zone(name) else "fault-time-zone")
    return name


def _capacity(g: Gesture) -> int:
    number = g.text("capacity") or "2"
    known = number in map(str, range(1, 21))
    require(capacity=None if known else "fault-capacity")
    return int(number)


async def review(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show an application to a moderator."""
    mentor = await _applicant(t, who, MentorId(g.text("value") or g.subject))
    return Screen.of(ui.application_card(t.say(who), mentor))


async def _applicant(t: Tools, who: Actor, mentor: MentorId) -> Mentor:
    require_moderator(who)
    async with t.uow() as uow:
        found = await uow.mentors.get(mentor)
    if found.community != who.community:
        raise NotFound
    return found


async def decide(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Approve or decline."""
    approved = g.text("value") == "yes"
    mentor = await decide_mentor(
        who, MentorId(g.subject), approved=approved, uow=t.uow(), clock=t.clock
    )
    key = "mentor-approved" if approved else "mentor-declined"
    return Screen.of(done(t.say(who), key, name=mentor.name))


async def snippet_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form of a ready-made reply."""
    return ui.snippet_form(t.say(who), g.subject)


async def keep(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Keep a ready-made reply."""
    shared = g.ticked("shared")
    await keep_snippet(who, g.text("title"), g.text("text"), shared=shared, uow=t.uow())
    return Screen.of(done(t.say(who), "snippet-kept"))


async def drop_snippet(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Remove one of one's own ready-made replies."""
    await remove_snippet(who, SnippetId(g.text("value")), uow=t.uow())
    return Screen.of(done(t.say(who), "snippet-removed"))
