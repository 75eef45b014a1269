"""What the memory answers: close cases, a whole case, a first-hour card."""

from collections.abc import Sequence

from bot.domain.casebook import CaseSheet, Excerpt, Findings, Passage, PlaybookSheet
from bot.domain.ids import RequestId
from bot.domain.limits import LINE_MAX
from bot.ui.forms import ChoiceField, Form, TextField
from bot.ui.screen import (
    Block,
    Bullets,
    Button,
    Card,
    Choice,
    Facts,
    Fold,
    Heading,
    Links,
    Option,
    Quote,
    Step,
    Style,
    Table,
    Text,
    Timeline,
    Tone,
)
from bot.ui.words import category_name, category_options
from bot.wording import Wording


def search_form(say: Wording, subject: str) -> Form:
    """Return the form of `/cas` without a question."""
    outcomes = tuple(Option(o, say(f"outcome-{o}")) for o in ("success", "mixed", "failure"))
    return Form(
        say("search-title"),
        "case.search",
        subject,
        (
            TextField(
                "question",
                say("search-question"),
                hint=say("search-question-hint"),
                required=True,
                long=True,
                max_length=1000,
            ),
            ChoiceField("category", say("label-category"), category_options(say)),
            ChoiceField("outcome", say("label-outcome"), outcomes),
            TextField("sector", say("label-sector"), max_length=LINE_MAX),
            TextField("platform", say("label-platform"), max_length=LINE_MAX),
        ),
        say("button-search"),
    )


def close_cases(
    say: Wording, findings: Findings, *, request: RequestId | None = None
) -> tuple[Card, ...]:
    """Return the found cases, or an honest word that nothing is close enough."""
    if findings.closeness == "none" or not findings.excerpts:
        ask = () if request else (Button(say("button-ask"), "request.ask", style=Style.PRIMARY),)
        return (Card(say("cases-none-title"), (Text(say("cases-none")),), ask),)
    cards = tuple(excerpt_card(say, each, request) for each in findings.excerpts)
    if findings.closeness == "near":
        return (Card(say("cases-near-title"), (Text(say("cases-near")),)), *cards)
    return cards


def excerpt_card(say: Wording, excerpt: Excerpt, request: RequestId | None = None) -> Card:
    """Return one close case: what was done, how it ended, why it was found."""
    subject = f"{excerpt.id}|{request or ''}"
    return Card(
        title=excerpt.title,
        blocks=(
            *_outcome(say, excerpt),
            Heading(say("excerpt-done")),
            Bullets(excerpt.done),
            Heading(say("excerpt-ending")),
            Text(excerpt.ending),
            *_lessons(say, excerpt),
        ),
        controls=(
            Button(say("button-read-case"), "case.show", excerpt.id),
            Button(say("button-useful"), "case.judge", subject, "yes"),
            Button(say("button-not-useful"), "case.judge", subject, "no"),
        ),
        footnote=_why(say, excerpt),
    )


def _why(say: Wording, excerpt: Excerpt) -> str:
    said = say("excerpt-why", passage=excerpt.passage)
    shared = say("excerpt-words", words=", ".join(excerpt.words)) if excerpt.words else ""
    return f"{said} {shared}".strip()


def _outcome(say: Wording, excerpt: Excerpt) -> tuple[Block, ...]:
    if not excerpt.outcome:
        return ()
    return (Facts(((say("label-outcome"), say(f"outcome-{excerpt.outcome}")),)),)


def _lessons(say: Wording, excerpt: Excerpt) -> tuple[Block, ...]:
    if not excerpt.lessons:
        return ()
    return (Heading(say("excerpt-lessons")), Bullets(excerpt.lessons))


def case_card(say: Wording, sheet: CaseSheet, *, is_ours: bool = False) -> Card:
    """Return a whole case, as one reads it."""
    own = (
        Button(say("button-correct"), "case.correct.form", sheet.id),
        Button(say("button-retract"), "case.retract", sheet.id, style=Style.DANGER),
    )
    return Card(
        sheet.title,
        (*_case_head(say, sheet), *_case_story(say, sheet), *_case_more(say, sheet)),
        own if is_ours else (),
        footnote=say("case-cite", id=sheet.id),
    )


def _case_head(say: Wording, sheet: CaseSheet) -> list[Block]:
    facts = (
        (say("label-category"), category_name(say, sheet.category)),
        (say("label-outcome"), say(f"outcome-{sheet.outcome}") if sheet.outcome else ""),
        (say("label-sector"), sheet.sector),
        (say("label-country"), sheet.country),
        (say("label-date"), sheet.date),
        (say("label-platform"), ", ".join(sheet.platforms)),
    )
    head: list[Block] = [Facts(tuple(fact for fact in facts if fact[1]))]
    if say.language == "en" and sheet.summary_en:
        head += [Heading(say("case-summary")), Text(sheet.summary_en)]
    return head


def _case_story(say: Wording, sheet: CaseSheet) -> list[Block]:
    parts: list[tuple[str, Block]] = [("trigger", Text(sheet.trigger))]
    if sheet.escalation:
        parts.append(("escalation", Text(sheet.escalation)))
    parts.append(("response", Bullets(sheet.response, ordered=True)))
    parts += [("ending", Text(sheet.ending)), ("lessons", Bullets(sheet.lessons))]
    return [block for part, body in parts for block in (Heading(say(f"case-{part}")), body)]


def _case_more(say: Wording, sheet: CaseSheet) -> list[Block]:
    more: list[Block] = []
    if sheet.timeline:
        steps = tuple(Step(moment.at, moment.event, moment.response) for moment in sheet.timeline)
        more.append(Fold(say("case-timeline"), (Timeline(steps),)))
    if sheet.sources:
        links = Links(tuple((source.title, source.url) for source in sheet.sources))
        more.append(Fold(say("case-sources", count=len(sheet.sources)), (links,)))
    return more


def playbook_list(say: Wording, playbooks: Sequence[PlaybookSheet]) -> Card:
    """Return the first-hour cards to choose from."""
    options = tuple(Option(p.id, p.title, p.summary) for p in playbooks)
    choice = Choice(say("playbooks-choose"), "playbook.show", "", options)
    return Card(say("playbooks-title"), (Text(say("playbooks-intro")),), (choice,))


def playbook_card(say: Wording, sheet: PlaybookSheet, *, short: bool = False) -> Card:
    """Return a first-hour card; ``short`` keeps the steps and whom to warn."""
    blocks: list[Block] = [
        Text(sheet.summary),
        Timeline(tuple(Step(at, do) for at, do in sheet.steps)),
    ]
    if sheet.contacts:
        blocks += [Heading(say("playbook-contacts")), _contacts(say, sheet)]
    if sheet.avoid:
        blocks += [Heading(say("playbook-avoid")), Bullets(sheet.avoid)]
    if not short:
        blocks += [*_body(sheet), *_sources(say, sheet)]
    more = Button(say("button-read-playbook"), "playbook.show", sheet.id)
    return Card(sheet.title, tuple(blocks), (more,) if short else (), Tone.SUCCESS)


def _contacts(say: Wording, sheet: PlaybookSheet) -> Table:
    header = (say("contact-who"), say("contact-when"), say("contact-how"))
    return Table(header, tuple((row.who, row.when, row.how) for row in sheet.contacts))


def _body(sheet: PlaybookSheet) -> list[Block]:
    blocks: list[Block] = []
    for passage in sheet.body:
        block, last = _passage(passage), blocks[-1] if blocks else None
        if isinstance(block, Bullets) and isinstance(last, Bullets):
            blocks[-1] = Bullets(last.items + block.items)
        elif isinstance(block, Table) and isinstance(last, Table):
            blocks[-1] = Table(last.header, (*last.rows, block.header))
        else:
            blocks.append(block)
    return blocks


def _passage(passage: Passage) -> Block:
    match passage.kind:
        case "heading":
            return Heading(passage.text)
        case "quote":
            return Quote(passage.text)
        case "item":
            return Bullets((passage.text,))
        case "row":
            return Table(tuple(passage.text.split("\t")), ())
        case _:
            return Text(passage.text)


def _sources(say: Wording, sheet: PlaybookSheet) -> list[Block]:
    if not sheet.sources:
        return []
    titles = tuple(
        (f"[{n}] {s.title}" + (f" ({s.date})" if s.date else ""), s.url)
        for n, s in enumerate(sheet.sources, 1)
    )
    return [Fold(say("case-sources", count=len(titles)), (Links(titles),))]
