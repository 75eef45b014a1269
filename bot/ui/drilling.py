"""Rehearsals: choosing a case, one moment after the other, the end; never a mark."""

from collections.abc import Sequence

from bot.domain.casebook import CaseSheet, PlaybookSheet
from bot.domain.drill import Compared, Drill, Scene, scenes_of
from bot.domain.ids import CaseId, DrillId
from bot.domain.limits import STORY_MAX
from bot.domain.vocabulary import Category
from bot.ui.fields import question
from bot.ui.forms import Form
from bot.ui.screen import (
    Block,
    Bullets,
    Button,
    Card,
    Choice,
    Heading,
    Option,
    Quote,
    Step,
    Style,
    Text,
    Timeline,
    Tone,
)
from bot.ui.words import category_name, category_options
from bot.wording import Wording

TO_KEEP_SHOWN = 6  # more would bury what matters


def choose_kind(say: Wording) -> Card:
    """Return the kinds of crisis to rehearse."""
    kinds = Choice(say("drill-choose-kind"), "drill.kind", "", category_options(say))
    surprise = Button(say("button-drill-any"), "drill.any")
    blocks = (Text(say("drill-intro")), Text(say("drill-language")))
    return Card(say("drill-title"), blocks, (kinds, surprise))


def resume(say: Wording, drill: Drill, sheet: CaseSheet) -> Card:
    """Offer to go on where one was."""
    go_on = Button(say("button-resume"), "drill.resume", drill.id, style=Style.PRIMARY)
    text = say("drill-resume", number=drill.scene + 1, all=drill.length)
    return Card(sheet.title, (Text(text),), (go_on,))


def choose_case(say: Wording, category: Category, sheets: Sequence[CaseSheet]) -> Card:
    """Return the cases of a kind."""
    title = say("drill-cases-title", category=category_name(say, category))
    if not sheets:
        back = Button(say("button-drill-other"), "drill.choose")
        return Card(title, (Text(say("drill-cases-none")),), (back,))
    options = tuple(Option(each.id, each.title) for each in sheets)
    choice = Choice(say("drill-choose-case"), "drill.open", "", options)
    return Card(title, (Text(say("drill-cases")),), (choice,))


def opening(say: Wording, sheet: CaseSheet, once: DrillId, *, may_gather: bool) -> Card:
    """Ask whether one plays alone or gathers a team in the channel."""
    subject = f"{sheet.id}|{once}"
    alone = Button(say("button-drill-alone"), "drill.begin", subject, "alone", style=Style.PRIMARY)
    team = Button(say("button-drill-team"), "drill.begin", subject, "team")
    return Card(
        title=say("drill-case-title", title=sheet.title),
        blocks=(Text(say("drill-opening", count=len(scenes_of(sheet)))),),
        controls=(alone, team) if may_gather else (alone,),
        footnote=say("drill-opening-team") if may_gather else "",
    )


def moment(say: Wording, drill: Drill, sheet: CaseSheet, number: int) -> Card:
    """Return a scene as it stands: the question, or what was really done."""
    scene, shown = scenes_of(sheet)[number], _is_shown(drill, number)
    blocks = _done(say, drill, scene, number) if shown else _asked(say, drill, number)
    return Card(
        title=say("drill-moment", title=sheet.title, number=number + 1, all=drill.length),
        blocks=(_story(scene), *blocks),
        controls=_controls(say, drill, number),
        footnote=say("drill-team-names") if drill.is_team and not shown else "",
    )


def _is_shown(drill: Drill, number: int) -> bool:
    return number < drill.scene or drill.is_shown


def _story(scene: Scene) -> Timeline:
    return Timeline(tuple(Step(each.at, each.event) for each in scene.moments))


def _asked(say: Wording, drill: Drill, number: int) -> list[Block]:
    asked: list[Block] = [Text(say("drill-what-now"))]
    if drill.is_team:
        asked.append(Text(say("drill-team-answers", count=len(drill.said(number)))))
    return asked


def _done(say: Wording, drill: Drill, scene: Scene, number: int) -> list[Block]:
    said = tuple(Quote(text) for text in drill.said(number))
    yours: list[Block] = [Heading(say("drill-you-said")), *said] if said else []
    return [*yours, Heading(say("drill-done")), Text(scene.done)]


def _controls(say: Wording, drill: Drill, number: int) -> tuple[Button, ...]:
    if number < drill.scene:
        return ()
    subject = f"{drill.id}|{number}"
    if drill.is_shown:
        key = "button-drill-end" if number + 1 == drill.length else "button-drill-next"
        return (Button(say(key), "drill.next", subject, style=Style.PRIMARY),)
    answer = Button(say("button-drill-answer"), "drill.answer.form", subject, style=Style.PRIMARY)
    show = Button(say("button-drill-show"), "drill.show", subject)
    return (answer, show) if drill.is_team else (answer,)


def answer_form(say: Wording, subject: str) -> Form:
    """Return the form in which one says what one would do."""
    field = question(say, "drill", "text", required=True, long=True, max_length=STORY_MAX)
    return Form(say("drill-form-title"), "drill.answer", subject, (field,), say("button-drill-say"))


def ending(say: Wording, sheet: CaseSheet, playbook: PlaybookSheet, compared: Compared) -> Card:
    """Return how it ended, what was thought of, and what to keep in mind."""
    return Card(
        title=say("drill-ending-title", title=sheet.title),
        blocks=(
            Text(sheet.ending),
            *_thought_of(say, compared),
            *_to_keep(say, compared),
            Text(say("drill-kind-words")),
        ),
        controls=(
            Button(say("button-drill-other"), "drill.choose", style=Style.PRIMARY),
            Button(say("button-read-case"), "case.show", sheet.id),
            Button(say("button-read-playbook"), "playbook.show", playbook.id),
        ),
        tone=Tone.SUCCESS,
        footnote=say("drill-how-compared"),
    )


def _thought_of(say: Wording, compared: Compared) -> tuple[Block, ...]:
    if not compared.thought_of:
        return ()
    items = (say("drill-thought", point=point, words=words) for point, words in compared.thought_of)
    return (Heading(say("drill-thought-of")), Bullets(tuple(items)))


def _to_keep(say: Wording, compared: Compared) -> tuple[Block, ...]:
    if not compared.to_keep:
        return ()
    return (Heading(say("drill-to-keep")), Bullets(compared.to_keep[:TO_KEEP_SHOWN]))


def points_of(sheet: CaseSheet, playbook: PlaybookSheet) -> tuple[str, ...]:
    """Return what is worth thinking of: the lessons, the first-hour card, what worked."""
    worked = () if sheet.outcome == "failure" else sheet.response
    return (*sheet.lessons, *(do for _, do in playbook.steps), *worked)


def case_of(subject: str) -> tuple[CaseId, DrillId]:
    """Return the case and the number of a rehearsal that a button begins."""
    case, _, once = subject.partition("|")
    return CaseId(case), DrillId(once)
