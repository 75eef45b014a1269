"""The few screens and forms that only Slack needs."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from adapters.slack import rich
from adapters.slack.render import FALLBACK_MAX
from adapters.slack.rich import clip
from bot.domain.ids import RequestId
from bot.domain.limits import STORY_MAX
from bot.ui.forms import Answer, Form, TextField
from bot.ui.screen import Block, Button, Card, File, Image, Screen, Style, Text, Tone
from bot.wording import Wording

EDIT = "slack.edit"  # changes the message in the subject, ``request|origin``
REREAD = "slack.reread"  # opens the form that waits in the subject

NAME_MAX = 80
# No link is previewed, no name is looked up.
PLAIN: Mapping[str, bool] = {"unfurl_links": False, "unfurl_media": False, "link_names": False}


def note(say: Wording, key: str, tone: Tone = Tone.WARNING) -> Screen:
    """Return a card that says one thing; ``key`` names title and text."""
    return Screen.of(Card(say(f"{key}-title"), (Text(say(key)),), tone=tone))


def expired(say: Wording) -> Screen:
    """Return what to do when a button or a form means nothing any more."""
    inbox = Button(say("inbox-title"), "inbox.list", style=Style.PRIMARY)
    return Screen(tuple(replace(c, controls=(inbox,)) for c in note(say, "slack-expired").cards))


def in_words(say: Wording, screen: Screen, *, mailed: bool) -> Screen:
    """Return a screen for a modal: what is the bot's own file cannot be seen there."""

    def told(block: Block) -> Block:
        if isinstance(block, Image):
            return Text(say("slack-picture-sent", alt=block.alt) if mailed else block.alt)
        if isinstance(block, File):
            return Text(say("slack-file-sent", name=block.name)) if mailed else block
        return block

    def without(card: Card) -> Card:
        return replace(card, blocks=tuple(map(told, card.blocks)))

    return Screen(tuple(map(without, screen.cards)))


def edit_form(say: Wording, request: RequestId, origin: str, text: str) -> Form:
    """Return the form that changes one's own message."""
    field = TextField(
        "text", say("reply-text"), value=text, required=True, long=True, max_length=STORY_MAX
    )
    return Form(say("slack-edit"), EDIT, f"{request}|{origin}", (field,), say("button-save"))


def waiting_form(say: Wording, form: Form, written: str) -> Screen:
    """Return a form that cannot open by itself: a message has no window to open it in."""
    resume = Button(say("slack-open"), REREAD, written, style=Style.PRIMARY)
    text = Text(form.intro or say("slack-form-ready"))
    return Screen.of(Card(form.title, (text,), (resume,), Tone.WARNING))


def refusal_text(answer: Answer) -> str:
    """Return the sentence of a refusal, or nothing when an answer says anything else."""
    if isinstance(answer, Form) or len(answer.cards) != 1 or not answer.refuses:
        return ""
    return " ".join(block.text for block in answer.cards[0].blocks if isinstance(block, Text))


def signature(name: str) -> str:
    """Return a name as the sender of a message."""
    return clip(name, NAME_MAX) or "…"


def words(text: str) -> dict[str, Any]:
    """Return the body of a message that is somebody's plain words."""
    blocks = [rich.block(rich.section(rich.run(piece))) for piece in rich.pieces(text)]
    return {
        "blocks": blocks,
        "text": rich.escaped(clip(text, FALLBACK_MAX)) or "…",
        **PLAIN,
    }
