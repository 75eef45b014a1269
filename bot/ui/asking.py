"""Asking for help: the crisis form, the private preview, what follows the click."""

from collections.abc import Mapping, Sequence

from bot.domain.errors import Refusal
from bot.domain.limits import NAMES_MAX, STORY_MAX
from bot.domain.reading import Assessment, Redacted
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency
from bot.ui.fields import question
from bot.ui.forms import ChoiceField, Form, TextField, TickField
from bot.ui.notices import refused
from bot.ui.screen import Button, Card, Facts, Marked, Screen, Span, Style, Text, Tone
from bot.ui.words import category_name, category_options, urgency_name, urgency_options
from bot.wording import Wording


def before_asking(say: Wording, platform: str, host: str, *, administers: bool) -> str:
    """Return what people read before they write: who can know, by name."""
    intro = say("ask-intro", platform=platform, host=host)
    return f"{intro} {say('host-administers')}" if administers else intro


def crisis_form(
    say: Wording, subject: str, intro: str, filled: Mapping[str, str] | None = None
) -> Form:
    """Return the form that `/crise` opens at once; ``filled`` gives back what was typed."""
    given = filled or {}
    return Form(
        title=say("ask-title"),
        intro=intro,
        act="request.draft",
        subject=subject,
        submit=say("ask-submit"),
        fields=(
            question(
                say,
                "ask",
                "text",
                given.get("text", ""),
                required=True,
                long=True,
                max_length=STORY_MAX,
            ),
            *_choices(say, given),
            question(say, "ask", "names", given.get("names", ""), max_length=NAMES_MAX),
            question(say, "ask", "excluded", given.get("excluded", "")),
            TickField(
                "discreet",
                say("ask-discreet"),
                hint=say("ask-discreet-hint"),
                value=bool(given.get("discreet")),
            ),
            TickField(
                "stays_home",
                say("ask-stays-home"),
                hint=say("ask-stays-home-hint"),
                value=bool(given.get("stays_home")),
            ),
        ),
    )


def _choices(say: Wording, given: Mapping[str, str]) -> tuple[ChoiceField, ChoiceField]:
    urgency = ChoiceField(
        "urgency",
        say("ask-urgency"),
        urgency_options(say),
        value=(given.get("urgency", Urgency.NOW.value),),
        required=True,
    )
    category = ChoiceField(
        "category",
        say("ask-category"),
        category_options(say),
        hint=say("ask-category-hint"),
        value=tuple(filter(None, (given.get("category", ""),))),
    )
    return urgency, category


def answers_of(request: Request) -> Mapping[str, str]:
    """Return a draft as the answers that made it."""
    return {
        "text": request.original or request.text,
        "urgency": request.urgency.value,
        "category": request.category.value if request.category else "",
        "names": ", ".join(request.hidden_names),
        "excluded": request.excluded,
        "discreet": "on" if request.discreet else "",
        "stays_home": "on" if request.stays_home else "",
    }


def preview(say: Wording, request: Request, redacted: Redacted, *, suggested: bool) -> Card:
    """Return exactly what would be published, with what was masked and what to look at."""
    category = category_name(say, request.category)
    rows = (
        (say("label-urgency"), urgency_name(say, request.urgency)),
        (
            say("label-category"),
            say("preview-suggested", category=category) if suggested else category,
        ),
    )
    return Card(
        title=say("preview-title"),
        blocks=(
            Text(say("preview-promise")),
            _marked(say, redacted),
            Text(say("preview-masked", count=len(redacted.masks))),
            *((Text(say("preview-doubts")),) if redacted.doubts else ()),
            Facts(rows),
            *_when(say, request),
        ),
        controls=(
            Button(say("button-publish"), "request.publish", request.id, style=Style.PRIMARY),
            Button(say("button-edit"), "request.edit", request.id),
            Button(say("button-cancel"), "request.cancel", request.id, style=Style.DANGER),
        ),
        footnote=say("preview-footnote"),
    )


def _when(say: Wording, request: Request) -> tuple[Text, ...]:
    """Say what becomes of the wish to be published later, before the click."""
    if not request.discreet:
        return ()
    return (Text(say("preview-later" if request.may_wait else "preview-not-later")),)


def _marked(say: Wording, redacted: Redacted) -> Marked:
    masks = tuple(Span(f.start, f.end, say("mask-hint")) for f in redacted.masks)
    doubts = tuple(Span(f.start, f.end, say("doubt-hint")) for f in redacted.doubts)
    return Marked(redacted.text, masks, doubts)


def people_first(say: Wording, assessment: Assessment) -> tuple[Card, ...]:
    """Return the numbers to call when a text shows danger or distress; never a diagnosis."""
    if assessment.risk == "none":
        return ()
    return (_numbers(say, say(f"care-{assessment.risk}-title"), say("care-text")),)


def turned_down(
    say: Wording,
    refusal: Refusal,
    assessment: Assessment | None = None,
    words: Sequence[str] = (),
) -> Screen:
    """Return why a request goes no further, whom to call, and what was typed, to keep."""
    care = people_first(say, assessment) if assessment else ()
    calm = () if care else (_numbers(say, say("care-anyway-title"), say("care-anyway")),)
    typed = tuple(Text(each) for each in words if each)
    kept = (Card(say("kept-words-title"), (Text(say("kept-words")), *typed)),) if typed else ()
    return Screen((*care, refused(say, refusal), *calm, *kept))


def _numbers(say: Wording, title: str, text: str) -> Card:
    return Card(
        title=title,
        blocks=(
            Text(text),
            Facts(
                (
                    (say("care-3114"), say("care-3114-what")),
                    (say("care-3018"), say("care-3018-what")),
                    (say("care-116006"), say("care-116006-what")),
                    (say("care-112"), say("care-112-what")),
                )
            ),
        ),
        tone=Tone.CARE,
        footnote=say("care-footnote"),
    )


def published(say: Wording, request: Request) -> Card:
    """Return what to expect next, with the receipt code that is shown only once."""
    when = "published-later" if request.is_scheduled else "published"
    return Card(
        title=say(f"{when}-title", name=request.code_name),
        blocks=(
            Text(say(f"{when}-next")),
            Facts(((say("label-receipt"), request.receipt or ""),)),
            Text(say("published-receipt")),
        ),
        controls=own_request_controls(say, request),
        tone=Tone.SUCCESS,
    )


def own_request_controls(say: Wording, request: Request) -> tuple[Button, ...]:
    """Return what a requester can do with an unfinished request to which they said yes."""
    if request.is_scheduled:
        return (
            Button(say("button-urgency"), "request.urgency.form", request.id),
            Button(say("button-edit"), "request.edit", request.id),
            Button(say("button-cancel"), "request.cancel", request.id, style=Style.DANGER),
        )
    return (
        Button(say("button-details"), "request.details.form", request.id),
        Button(say("button-urgency"), "request.urgency.form", request.id),
        Button(say("button-withdraw"), "request.withdraw", request.id, style=Style.DANGER),
    )


def details_form(say: Wording, request: Request) -> Form:
    """Return the form that adds something forgotten."""
    field = TextField("text", say("details-text"), required=True, long=True, max_length=STORY_MAX)
    return Form(say("details-title"), "request.details", request.id, (field,), say("button-add"))


def urgency_form(say: Wording, request: Request) -> Form:
    """Return the form that changes the urgency."""
    field = ChoiceField(
        "urgency",
        say("ask-urgency"),
        urgency_options(say),
        value=(request.urgency.value,),
        required=True,
    )
    return Form(say("urgency-title"), "request.urgency", request.id, (field,), say("button-save"))
