"""Short answers: done, not possible, something broke."""

from datetime import date
from typing import Literal

from bot.domain.errors import Refusal
from bot.ui.screen import Card, Control, Text, Tone
from bot.wording import Wording

Lost = Literal["unsent", "unchanged", "undeleted"]  # what did not reach the other side


def done(say: Wording, key: str, *controls: Control, **arguments: str | int) -> Card:
    """Return a card that says what was done; ``key`` names title and text."""
    return Card(
        say(f"{key}-title", **arguments),
        (Text(say(key, **arguments)),),
        controls,
        Tone.SUCCESS,
    )


def refused(say: Wording, refusal: Refusal) -> Card:
    """Return the kind sentence for something that cannot be done, and what to do next."""
    arguments = dict(refusal.arguments)
    if "state" in arguments:
        arguments["state"] = say(f"state-{arguments['state']}")
    if "day" in arguments:
        arguments["day"] = say.date(date.fromisoformat(str(arguments["day"])))
    text = Text(say(refusal.key, **arguments))
    return Card(say(refusal.title_key), (text,), tone=Tone.WARNING, refuses=True)


def incident(say: Wording, code: str) -> Card:
    """Return the sentence for our own fault, with a code that the log knows."""
    return Card(say("incident-title"), (Text(say("incident", code=code)),), tone=Tone.WARNING)


def lost(say: Wording, what: Lost, code: str) -> Card:
    """Return the sentence for words that our own fault kept from the other side."""
    return Card(say(f"{what}-title"), (Text(say(what, code=code)),), tone=Tone.WARNING)
