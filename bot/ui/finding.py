"""What the memory answers: close cases, a whole case, a first-hour card."""

from collections.abc import Sequence

from bot.domain.casebook import CaseSheet, Excerpt, Findings, PlaybookSheet
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
    Table,
    Text,
    Timeline,
    Tone,
)
from bot.ui.words import category_options
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
        return (Card(say("cases-none-title"), (Text(say("cases-none")),)),)
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
            Facts(((say("label-outcome"), say(f"outcome-{excerpt.outcome}")),)),
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
        footnote=say("excerpt-why", why=excerpt.why),
    )


def _lessons(say: Wording, excerpt: Excerpt) -> tuple[Block, ...]:
    if not excerpt.lessons:
        return ()
    return (Heading(say("excerpt-lessons")), Bullets(excerpt.lessons))


def case_card(say: Wording, sheet: CaseSheet, *, may_retract: bool = False) -> Card:
    """Return a whole case, as one reads it."""
    blocks: list[Block] = [Facts(tuple(sheet.facts.items()))]
    if say.language == "en" and sheet.summary_en:
        blocks += [Heading(say("case-summary")), Text(sheet.summary_en)]
    for heading, paragraphs in sheet.sections:
        blocks += [Heading(heading), Text("\n\n".join(paragraphs))]
    blocks += [Heading(say("case-lessons")), Bullets(sheet.lessons)]
    if sheet.timeline:
        steps = tuple(Step(moment.at, moment.event, moment.response) for moment in sheet.timeline)
        blocks.append(Fold(say("case-timeline"), (Timeline(steps),)))
    if sheet.sources:
        links = Links(tuple((source.title, source.url) for source in sheet.sources))
        blocks.append(Fold(say("case-sources", count=len(sheet.sources)), (links,)))
    retract = Button(say("button-retract"), "case.retract", sheet.id)
    return Card(
        sheet.title,
        tuple(blocks),
        (retract,) if may_retract else (),
        footnote=say("case-cite", id=sheet.id),
    )


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
    for kind, text in sheet.body:
        if kind == "item" and blocks and isinstance(blocks[-1], Bullets):
            blocks[-1] = Bullets((*blocks[-1].items, text))
        else:
            blocks.append(_body_block(kind, text))
    return blocks


def _body_block(kind: str, text: str) -> Block:
    if kind == "heading":
        return Heading(text)
    if kind == "quote":
        return Quote(text)
    return Bullets((text,)) if kind == "item" else Text(text)


def _sources(say: Wording, sheet: PlaybookSheet) -> list[Block]:
    if not sheet.sources:
        return []
    titles = tuple(
        (f"[{n}] {s.title}" + (f" ({s.date})" if s.date else ""), s.url)
        for n, s in enumerate(sheet.sources, 1)
    )
    return [Fold(say("case-sources", count=len(titles)), (Links(titles),))]
