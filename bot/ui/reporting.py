"""Reports: what is joined, the moderators' card, their queue, what who reported is told."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from bot.domain.ids import MentorId
from bot.domain.people import Party
from bot.domain.relay import Picture, RelayMessage
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
    Image,
    Option,
    Quote,
    Style,
    Table,
    Text,
    Tone,
)
from bot.ui.talking import first_words
from bot.wording import Wording

SHOWN = 20  # no platform's list is shorter
_BEGINNING_MAX = 60  # with what tells of pictures, no platform cuts it
_OUTCOMES = (Outcome.HANDLED, Outcome.DISMISSED)

Writers = Mapping[MentorId, str]  # how the mentors who wrote are called
Joined = Sequence[tuple[RelayMessage, Sequence[Picture]]]


def moderator_card(say: Wording, request: Request, reason: str, *, is_read: bool = False) -> Card:
    """Return what moderators see of a request that needs them; never who wrote it.

    ``is_read``: what was joined to the report stands below.
    """
    side = reason.removeprefix("reported-")
    report = request.report_of(Party(side)) if side != reason else None
    settled = report is not None and report.outcome is not Outcome.OPEN
    joined = report.joined if report else ()
    read = (_read(say, request, report),) if report and joined and not is_read else ()
    block = Button(say("button-block"), "request.block.form", request.id, style=Style.DANGER)
    return Card(
        title=say(f"alert-{reason}-title", name=request.code_name),
        blocks=(
            Text(say(f"alert-{reason}")),
            *(_outcome(say, report) if report and settled else ()),
            Text(request.text),
            *((Text(say("report-joined", count=len(joined))),) if joined else ()),
            Facts(facts(say, request, ())),
        ),
        controls=(*(_settle(say, request, report) if report and not settled else ()), *read, block),
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


def _read(say: Wording, request: Request, report: Report) -> Button:
    value = f"{request.id}|{report.by.value}"
    return Button(say("button-read-joined"), "report.show", "", value)


def report_form(
    say: Wording, request: Request, messages: Sequence[RelayMessage], writers: Writers
) -> Form:
    """Return the form that says what moderators will read, and lets one choose."""
    side = Party.REQUESTER if messages[0].author is Party.MENTOR else Party.MENTOR
    options = tuple(
        Option(each.id, _beginning(say, each), _writer(request, each, writers))
        for each in messages[:SHOWN]
    )
    return Form(
        say("report-title"),
        "request.report",
        request.id,
        (
            ChoiceField(
                "joined", say("report-choose"), options, hint=say("report-choose-hint"), many=True
            ),
        ),
        say("button-report"),
        say(f"report-intro-{side.value}", name=request.code_name),
    )


def joined_card(
    say: Wording, request: Request, joined: Joined, writers: Writers
) -> tuple[Card, ...]:
    """Return the messages that were joined to a report, for a moderator alone."""
    if not joined:
        return ()
    blocks: list[Block] = []
    for message, pictures in joined:
        writer = _writer(request, message, writers)
        blocks.append(Quote(_whole(say, message), by=writer))
        blocks += [Image(each, say("picture-alt", author=writer)) for each in pictures]
    title, footnote = say("report-joined-title"), say("report-joined-footnote")
    return (Card(title, tuple(blocks), footnote=footnote),)


def _beginning(say: Wording, message: RelayMessage) -> str:
    pictures = say("message-pictures", count=len(message.pictures)) if message.pictures else ""
    return f"{first_words(message.text, _BEGINNING_MAX)} {pictures}".strip()


def _whole(say: Wording, message: RelayMessage) -> str:
    if message.deleted:
        return say("message-deleted")
    return f"{message.text} ({say('message-edited')})" if message.edited else message.text


def _writer(request: Request, message: RelayMessage, writers: Writers) -> str:
    return writers[message.mentor] if message.mentor else request.code_name


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
