"""Reports: the moderators' card, their queue, and what who reported is told."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.domain.people import Party
from bot.domain.report import Outcome, Report
from bot.domain.request import Request
from bot.ui.fields import question
from bot.ui.forms import ChoiceField, Form
from bot.ui.requests import facts
from bot.ui.screen import (
    Block,
    Button,
    Card,
    Choice,
    Facts,
    Option,
    Quote,
    Style,
    Table,
    Text,
    Tone,
)
from bot.wording import Wording

SHOWN = 20  # no platform's list is shorter
_OUTCOMES = (Outcome.HANDLED, Outcome.DISMISSED)


def moderator_card(say: Wording, request: Request, reason: str) -> Card:
    """Return what moderators see of a request that needs them; never who wrote it."""
    side = reason.removeprefix("reported-")
    report = request.report_of(Party(side)) if side != reason else None
    settled = report is not None and report.outcome is not Outcome.OPEN
    block = Button(say("button-block"), "request.block.form", request.id, style=Style.DANGER)
    return Card(
        title=say(f"alert-{reason}-title", name=request.code_name),
        blocks=(
            Text(say(f"alert-{reason}")),
            *(_outcome(say, report) if report and settled else ()),
            Text(request.text),
            Facts(facts(say, request, ())),
        ),
        controls=(*(_settle(say, request, report) if report and not settled else ()), block),
        tone=Tone.NEUTRAL if settled else Tone.WARNING,
        footnote=say("alert-footnote"),
    )


def _outcome(say: Wording, report: Report) -> tuple[Block, ...]:
    word = (Quote(report.word),) if report.word else ()
    return (Text(say(f"report-{report.outcome.value}")), *word)


def _settle(say: Wording, request: Request, report: Report) -> tuple[Button, ...]:
    subject = f"{request.id}|{report.by.value}"
    label = say("button-settle")
    return (Button(label, "report.settle.form", subject, style=Style.PRIMARY),)


def settle_form(say: Wording, request: Request, by: Party) -> Form:
    """Return the form that says what came of a report."""
    outcomes = tuple(Option(each.value, say(f"report-{each.value}")) for each in _OUTCOMES)
    return Form(
        say("settle-title"),
        "report.settle",
        f"{request.id}|{by.value}",
        (
            ChoiceField(
                "outcome",
                say("settle-outcome"),
                outcomes,
                value=(Outcome.HANDLED.value,),
                required=True,
            ),
            question(say, "settle", "word", long=True, max_length=1000),
        ),
        say("button-settle"),
        say("settle-intro", name=request.code_name),
    )


def answer(say: Wording, request: Request, report: Report) -> Card:
    """Tell who reported that somebody looked."""
    word = (Quote(report.word, say("settle-by")),) if report.word else ()
    text = Text(say(f"report-answer-{report.outcome.value}"))
    return Card(say("report-answer-title", name=request.code_name), (text, *word))


def queue(say: Wording, reported: Sequence[Request], today: date) -> Card:
    """Return the reports that nobody looked at yet, oldest first."""
    back = Button(say("button-desk"), "moderation.desk")
    found = [(request, each) for request in reported for each in request.open_reports]
    if not found:
        return Card(say("reports-title"), (Text(say("reports-none")),), (back,))
    shown = sorted(found, key=lambda pair: (pair[1].on, pair[0].id))[:SHOWN]
    rows = tuple(
        (request.code_name, say(f"reported-by-{each.by.value}"), _age(say, today - each.on))
        for request, each in shown
    )
    options = tuple(
        Option(f"{request.id}|{each.by.value}", f"{request.code_name} ({row[1]})")
        for (request, each), row in zip(shown, rows, strict=True)
    )
    return Card(
        say("reports-title"),
        (Table(tuple(say(f"reports-{name}") for name in ("request", "by", "age")), rows),),
        (Choice(say("reports-open"), "report.show", "", options), back),
    )


def _age(say: Wording, age: timedelta) -> str:
    return say.ago(age) if age else say("today")
