"""A request as others see it: the public card, the mentor's notice, the thread's opening."""

from collections.abc import Sequence

from bot.domain.limits import STORY_MAX
from bot.domain.mentor import Mentor
from bot.domain.policy import State
from bot.domain.request import Request
from bot.ui.forms import ChoiceField, Form, TextField
from bot.ui.naming import name_button
from bot.ui.screen import Block, Button, Called, Card, Choice, Facts, Option, Style, Text, Tone
from bot.ui.words import TONES, category_name, state_name, urgency_name
from bot.wording import Wording

PAUSES = ("2h", "1d", "1w")


def request_card(say: Wording, request: Request, mentors: Sequence[Mentor]) -> Card:
    """Return the card of the help channel and of the mentors' channel, as things stand."""
    is_open = request.state is State.OPEN
    return Card(
        title=say("card-title", name=request.code_name),
        blocks=(Text(request.text), Facts(facts(say, request, mentors))),
        controls=(_claim(say, request),) if is_open else (),
        tone=TONES[request.urgency] if is_open else Tone.NEUTRAL,
        footnote=say("card-footnote") if is_open else "",
    )


def mentor_notice(
    say: Wording, request: Request, mentors: Sequence[Mentor], reasons: str, *, is_theirs: bool
) -> Card:
    """Return the private notice to a mentor who may be the right one, or was."""
    if request.state is not State.OPEN:
        over = "claimed-title" if is_theirs else "notice-over-title"
        return Card(say(over, name=request.code_name), (Facts(facts(say, request, mentors)),))
    return Card(
        title=say("notice-title", name=request.code_name),
        blocks=(Text(request.text), Facts(facts(say, request, mentors))),
        controls=(
            _claim(say, request),
            Button(say("button-not-for-me"), "request.pass", request.id),
            Choice(
                say("button-pause"),
                "mentor.rest",
                "",
                tuple(Option(length, say(f"pause-{length}")) for length in PAUSES),
            ),
        ),
        tone=TONES[request.urgency],
        footnote=say("notice-why", reasons=reasons_in_words(say, reasons)),
    )


def mentor_call(
    say: Wording, request: Request, mentors: Sequence[Mentor], here: tuple[tuple[str, str], ...]
) -> Card:
    """Name, in the mentors' channel, those who may be the right ones; call who is ``here``."""
    names = ", ".join(mentor.name for mentor in mentors)
    return Card(
        title=say("call-title", names=names),
        blocks=(
            *((Called(here),) if here else ()),
            Text(say("call-text", name=request.code_name)),
        ),
        controls=(_claim(say, request),),
        tone=TONES[request.urgency],
    )


def reasons_in_words(say: Wording, reasons: str, *, of_others: bool = False) -> str:
    """Return ``category hours`` as a sentence's part, to the mentor or about them."""
    words = (reasons or "none").split()
    return ", ".join(
        say(f"trail-reason-{word}" if of_others else f"reason-{word}") for word in words
    )


def _claim(say: Wording, request: Request) -> Button:
    return Button(say("button-claim"), "request.claim", request.id, style=Style.PRIMARY)


def facts(say: Wording, request: Request, mentors: Sequence[Mentor]) -> tuple[tuple[str, str], ...]:
    """Return what everybody who may see a request sees of its state."""
    rows = [
        (say("label-urgency"), urgency_name(say, request.urgency)),
        (say("label-category"), category_name(say, request.category)),
        (say("label-state"), state_name(say, request.state)),
    ]
    if mentors:
        names = ", ".join(mentor.name for mentor in mentors)
        rows.append((say("label-mentors", count=len(mentors)), names))
    return tuple(rows)


def thread_opener(say: Wording, request: Request, mentors: Sequence[Mentor]) -> Card:
    """Return what stands at the top of the mentors' thread, with everything they can do."""
    blocks: tuple[Block, ...] = (Text(request.text), Facts(facts(say, request, mentors)))
    if request.state is not State.CLAIMED:
        return Card(say("thread-title", name=request.code_name), blocks)
    return Card(
        title=say("thread-title", name=request.code_name),
        blocks=(*blocks, Text(say("thread-how"))),
        controls=mentor_controls(say, request),
        tone=TONES[request.urgency],
        footnote=say("thread-footnote"),
    )


def mentor_controls(say: Wording, request: Request) -> tuple[Button, ...]:
    """Return what the mentor who holds a request can do."""
    return (
        Button(say("button-snippets"), "request.snippets", request.id),
        Button(say("button-hand-over"), "request.offer.form", request.id),
        Button(say("button-invite"), "request.invite.form", request.id),
        Button(say("button-backup"), "request.backup", request.id),
        Button(say("button-release"), "request.release.form", request.id),
        *name_button(say, request),
        Button(say("button-close"), "request.close", request.id, style=Style.PRIMARY),
        Button(say("button-report"), "request.report.form", request.id, style=Style.DANGER),
    )


def release_form(say: Wording, request: Request) -> Form:
    """Return the form that gives a request back; the word to the requester is optional."""
    word = TextField(
        "word", say("release-word"), hint=say("release-word-hint"), long=True, max_length=STORY_MAX
    )
    title, intro = say("release-title"), say("release-intro", name=request.code_name)
    return Form(title, "request.release", request.id, (word,), say("button-release"), intro)


def offer_form(say: Wording, request: Request, others: Sequence[Mentor]) -> Form:
    """Return the form that names who should take over."""
    field = _one_of(say, others)
    return Form(say("offer-title"), "request.offer", request.id, (field,), say("button-hand-over"))


def invite_form(say: Wording, request: Request, others: Sequence[Mentor]) -> Form:
    """Return the form that names who should join."""
    field = _one_of(say, others)
    return Form(say("invite-title"), "request.invite", request.id, (field,), say("button-invite"))


def _one_of(say: Wording, others: Sequence[Mentor]) -> ChoiceField:
    options = tuple(Option(mentor.id, mentor.name) for mentor in others)
    return ChoiceField("mentor", say("offer-who"), options, required=True)
