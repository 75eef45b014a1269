"""`/cas` and `/fiche`: the memory, for whoever asks."""

from bot.domain.casebook import CaseSheet, Filters
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, RequestId, new_id
from bot.domain.people import Actor
from bot.services.answers import require_story
from bot.services.cases.judge import judge as judge_case
from bot.services.cases.review import retract_case
from bot.services.cases.shared import sharing_with
from bot.tools import Tools
from bot.ui import finding as ui
from bot.ui.asking import people_first
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen


async def find(t: Tools, who: Actor, g: Gesture) -> Answer:
    """`/cas`: a question, a case's id, or nothing at all."""
    question = g.text("question")
    if not question:
        return await form(t, who, g)
    sheet = await _case(t, who, CaseId(question.casefold()))
    return Screen.of(ui.case_card(t.say(who), sheet)) if sheet else await search(t, who, g)


async def form(t: Tools, who: Actor, g: Gesture) -> Form:
    """The search form with its filters."""
    return ui.search_form(t.say(who), g.subject or new_id())


async def search(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Search in plain words; distress is met with numbers to call, first."""
    question = require_story(g.text("question"), field="question", maximum=1000)
    masked = t.redactor.redact(question, names=(), language=who.language).text
    assessment = await t.triage.assess(question)
    filters = Filters(g.text("category"), g.text("sector"), g.text("platform"), g.text("outcome"))
    findings = await t.closest(
        masked,
        community=who.community,
        language=who.language,
        shared=await sharing_with(who.community, uow=t.uow()),
        filters=filters,
    )
    say = t.say(who)
    return Screen((*people_first(say, assessment), *ui.close_cases(say, findings)))


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show a whole case."""
    case = CaseId(g.subject)
    sheet = await _case(t, who, case)
    if sheet is None:
        raise NotFound("refusal-unknown-case")
    mine = await _is_ours(t, who, case)
    return Screen.of(ui.case_card(t.say(who), sheet, is_ours=mine and who.is_moderator))


async def _case(t: Tools, who: Actor, case: CaseId) -> CaseSheet | None:
    shared = await sharing_with(who.community, uow=t.uow())
    return await t.search.case(case, community=who.community, language=who.language, shared=shared)


async def _is_ours(t: Tools, who: Actor, case: CaseId) -> bool:
    async with t.uow() as uow:
        return any(c.id == case and c.community == who.community for c in await uow.cases.all())


async def judge(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Note whether a case helped."""
    case, _, request = g.subject.partition("|")
    useful = g.text("value") == "yes"
    origin = RequestId(request) if request else None
    await judge_case(who, CaseId(case), useful=useful, request=origin, uow=t.uow())
    return Screen.of(done(t.say(who), "judged"))


async def retract(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take a case out of every answer."""
    await retract_case(who, CaseId(g.subject), uow=t.uow(), search=t.search)
    return Screen.of(done(t.say(who), "retracted"))


async def playbook(t: Tools, who: Actor, g: Gesture) -> Answer:
    """`/fiche`: a first-hour card by its id or words of its title, or the list of all."""
    wanted = g.text("playbook").casefold()
    sheets = await t.search.playbooks(who.language)
    named = [s for s in sheets if wanted and (wanted == s.id or wanted in s.title.casefold())]
    if named:
        return Screen.of(ui.playbook_card(t.say(who), named[0]))
    return Screen.of(ui.playbook_list(t.say(who), sheets))


async def show_playbook(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show a whole first-hour card."""
    sheet = await t.search.playbook(g.text("value") or g.subject, who.language)
    if sheet is None:
        raise NotFound("refusal-unknown-playbook")
    return Screen.of(ui.playbook_card(t.say(who), sheet))
