"""Lifting anonymity: the question, the form, and what each then sees of the other."""

from bot.domain.limits import LINE_MAX
from bot.domain.people import Party
from bot.domain.request import Request
from bot.ui.forms import Form, TextField
from bot.ui.screen import Button, Card, Style, Text, Tone
from bot.ui.words import news_title
from bot.wording import Wording


def name_form(say: Wording, request: Request) -> Form:
    """Return the form that asks by which name one would be known; nothing is filled in."""
    name = TextField(
        "name", say("name-label"), hint=say("name-hint"), required=True, max_length=LINE_MAX
    )
    title, intro = say("name-title"), say("name-intro", name=request.code_name)
    return Form(title, "request.name", request.id, (name,), say("button-give-name"), intro)


def name_question(say: Wording, request: Request, to: Party) -> Card:
    """Ask one side whether they would be known too."""
    return Card(
        title=news_title(say, request, to),
        blocks=(Text(say("name-question")),),
        controls=(
            Button(say("button-give-name"), "request.name.form", request.id),
            Button(say("button-decline-name"), "request.name.keep", request.id),
        ),
        tone=Tone.CARE,
    )


def names(say: Wording, request: Request, to: Party, name: str) -> Card:
    """Tell one side who the other is, as they put it themselves."""
    return Card(
        title=news_title(say, request, to),
        blocks=(Text(say("names-shared", name=name)),),
        footnote=say("names-footnote"),
    )


def name_button(say: Wording, request: Request) -> tuple[Button, ...]:
    """Return the button that offers it, until both are known."""
    if request.naming.is_mutual:
        return ()
    return (Button(say("button-name"), "request.name.form", request.id, style=Style.SECONDARY),)
