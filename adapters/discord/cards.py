"""The few screens that only Discord needs, and the acts of their buttons."""

from collections.abc import Sequence
from dataclasses import replace

from adapters.discord import paper
from adapters.discord.forms import Step
from bot.domain.request import Request
from bot.ui.screen import Bullets, Button, Card, Screen, Style, Text, Tone
from bot.wording import Wording

OPEN = "discord.open"  # opens the form that waits in the subject
SUBMIT = "discord.submit"  # takes the answers of the form in the subject
SEND = "discord.send"  # sends the form in the subject without its last questions
HOME = "discord.home"  # does the gesture in the subject in the community ``value``
TALK = "discord.talk"  # passes the message ``value`` to the conversation in the subject

_NAMES_MAX = 25


def next_step(say: Wording, step: Step) -> Screen:
    """Return what stands between two steps of a form."""
    count = len(step.form.fields) - step.answered
    resume = Button(say("discord-continue"), OPEN, paper.write(step), style=Style.PRIMARY)
    send = Button(say("discord-skip"), SEND, paper.write(step))
    text = Text(say("discord-step", count=count))
    return Screen.of(Card(step.form.title, (text,), (resume, send) if step.may_stop else (resume,)))


def waiting_form(say: Wording, step: Step) -> Screen:
    """Return a form that cannot open by itself, with what is wrong in it if anything is."""
    form = step.form
    marked = tuple(f"{each.label} – {each.fault}" for each in form.fields if each.fault)
    text = form.fault or form.intro or say("discord-form-ready")
    blocks = (Text(text), Bullets(marked)) if marked else (Text(text),)
    key = "discord-correct" if form.fault else "discord-open"
    resume = Button(say(key), OPEN, paper.write(step), style=Style.PRIMARY)
    tone = Tone.WARNING if form.fault else Tone.NEUTRAL
    return Screen.of(Card(form.title, blocks, (resume,), tone))


def expired(say: Wording) -> Screen:
    """Return what to do when a button means nothing any more."""
    inbox = Button(say("inbox-title"), "inbox.list", style=Style.PRIMARY)
    return Screen.of(replace(_note(say, "discord-expired"), controls=(inbox,)))


def no_home(say: Wording) -> Screen:
    """Return what to do when no community is known."""
    return Screen.of(_note(say, "discord-no-community"))


def choose_home(say: Wording, homes: Sequence[tuple[str, str]], gesture: str) -> Screen:
    """Ask in which community something is to be done."""
    buttons = tuple(Button(name, HOME, gesture, space) for space, name in homes)
    text = Text(say("discord-choose-home"))
    return Screen.of(Card(say("discord-choose-home-title"), (text,), buttons))


def choose_conversation(say: Wording, requests: Sequence[Request], message: str) -> Screen:
    """Ask to which conversation a message goes: it was passed to nobody yet."""
    buttons = tuple(
        Button(request.code_name, TALK, request.id, message) for request in requests[:_NAMES_MAX]
    )
    text = Text(say("discord-choose-talk"))
    return Screen.of(Card(say("discord-choose-talk-title"), (text,), buttons))


def passed_on(say: Wording, name: str) -> Screen:
    """Say where a message went."""
    card = Card(say("discord-passed-title"), (Text(say("discord-passed", name=name)),))
    return Screen.of(card)


def nobody_listens(*says: Wording) -> Screen:
    """Say, in every language, that nobody reads what is written here."""
    texts = tuple(Text(say("discord-nobody-listens")) for say in says)
    return Screen.of(Card(says[0]("discord-nobody-listens-title"), texts))


def _note(say: Wording, key: str) -> Card:
    return Card(say(f"{key}-title"), (Text(say(key)),), tone=Tone.WARNING)
