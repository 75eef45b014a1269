"""`/scenario`: rehearse a case, alone or as a team in the channel."""

import secrets

from bot.domain.casebook import CaseSheet
from bot.domain.drill import Drill, Said, compare
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, DrillId, new_id
from bot.domain.mentor import Standing
from bot.domain.people import Actor
from bot.domain.vocabulary import Category
from bot.services.cases.shared import sharing_with
from bot.services.drills import play
from bot.services.drills.begin import begin as begin_drill
from bot.tools import Tools
from bot.ui import drilling as ui
from bot.ui.finding import close_cases
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Card, Screen


async def choose(t: Tools, who: Actor, g: Gesture) -> Answer:
    """`/scenario`: a case's id, some words, or nothing at all."""
    words = g.text("case")
    if not words:
        return Screen.of(*await _unfinished(t, who), ui.choose_kind(t.say(who)))
    case = CaseId(words.casefold())
    if await _known(t, who, case):
        return await _opening(t, who, case)
    found = await t.closest(
        words,
        community=who.community,
        language=who.language,
        shared=await sharing_with(who.community, uow=t.uow()),
        limit=1,
    )
    if found.closeness == "none" or not found.excerpts:
        return Screen((*close_cases(t.say(who), found), ui.choose_kind(t.say(who))))
    return await _opening(t, who, found.excerpts[0].id)


async def of_kind(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show the cases of one kind."""
    category = g.one_of("value", Category)
    return Screen.of(ui.choose_case(t.say(who), category, await _stories(t, who, category)))


async def any_case(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take a case by chance."""
    story = secrets.choice(await _stories(t, who, *Category))
    return await _opening(t, who, story.id)


async def open_case(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask how to play a case."""
    return await _opening(t, who, CaseId(g.text("value") or g.subject))


async def begin(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Begin, alone or as a team."""
    case, once = ui.case_of(g.subject)
    sheet = await _sheet(t, who, case)
    team = g.text("value") == "team"
    drill = await begin_drill(who, once, sheet, team=team, uow=t.uow(), clock=t.clock)
    return await _now(t, who, drill, "drill-begun")


async def resume(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Go on where one was."""
    async with t.uow() as uow:
        drill = await play.drill_here(uow, who, DrillId(g.subject))
    return await _now(t, who, drill, "drill-begun")


async def answer_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that says what one would do."""
    drill, _, rest = g.subject.partition("|")
    scene, _, once = rest.partition("|")
    async with t.uow() as uow:
        found = await play.drill_here(uow, who, DrillId(drill))
    found.check_open(_number(scene))  # before anybody writes for nothing
    return ui.answer_form(t.say(who), f"{drill}|{scene}|{once or new_id()}")


async def answer(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take what one would do."""
    drill_id, scene, once = (*g.subject.split("|"), "", "")[:3]
    said = Said(_number(scene), g.text("text"), once)
    drill = await play.answer(who, DrillId(drill_id), said, uow=t.uow(), redactor=t.redactor)
    return await _now(t, who, drill, "drill-noted")


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show a team what was really done."""
    drill_id, _, scene = g.subject.partition("|")
    drill = await play.show(who, DrillId(drill_id), _number(scene), uow=t.uow())
    return await _now(t, who, drill, "drill-shown")


async def go_on(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Go to the next moment, or to the end."""
    drill_id, _, scene = g.subject.partition("|")
    drill = await play.go_on(who, DrillId(drill_id), _number(scene), uow=t.uow())
    return await _now(t, who, drill, "drill-shown")


# --- inside ---------------------------------------------------------------------------


async def _now(t: Tools, who: Actor, drill: Drill, told: str) -> Answer:
    """Show where a rehearsal is; a team's is in the channel, so a word is enough."""
    say = t.say(who)
    if drill.is_team:
        return Screen.of(done(say, told))
    sheet = await _sheet(t, who, drill.case)
    if drill.has_ended:
        playbook = await t.search.playbook_for(sheet.category, who.language)
        points = ui.points_of(sheet, playbook)
        echoes = await t.search.echoes("\n".join(each.text for each in drill.answers), points)
        return Screen.of(ui.ending(say, sheet, playbook, compare(points, echoes)))
    return Screen.of(ui.moment(say, drill, sheet, drill.scene))


async def _opening(t: Tools, who: Actor, case: CaseId) -> Screen:
    sheet, once = await _sheet(t, who, case), DrillId(new_id())
    async with t.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
    helps = mentor is not None and mentor.standing is Standing.APPROVED
    card = ui.opening(t.say(who), sheet, once, may_gather=who.is_moderator or helps)
    return Screen.of(card)


async def _unfinished(t: Tools, who: Actor) -> list[Card]:
    async with t.uow() as uow:
        mine = await uow.drills.of(who.community, who.address)
    begun = (drill for drill in mine if not drill.is_team and not drill.has_ended)
    known = [(drill, await _known(t, who, drill.case)) for drill in begun]
    return [ui.resume(t.say(who), drill, sheet) for drill, sheet in known if sheet][:1]


async def _sheet(t: Tools, who: Actor, case: CaseId) -> CaseSheet:
    sheet = await _known(t, who, case)
    if sheet is None:
        raise NotFound("refusal-unknown-case")
    return sheet


async def _known(t: Tools, who: Actor, case: CaseId) -> CaseSheet | None:
    shared = await sharing_with(who.community, uow=t.uow())
    return await t.search.case(case, community=who.community, language=who.language, shared=shared)


async def _stories(t: Tools, who: Actor, *kinds: Category) -> list[CaseSheet]:
    here, shared = who.community, await sharing_with(who.community, uow=t.uow())
    found = [
        await t.search.stories(community=here, language=who.language, category=kind, shared=shared)
        for kind in kinds
    ]
    return [sheet for sheets in found for sheet in sheets]


def _number(scene: str) -> int:
    return int(scene) if scene.isdecimal() else -1
