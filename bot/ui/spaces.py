"""The spaces of one community, as their moderators see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.community import Channel, Community, Space
from bot.domain.joining import Joining
from bot.ui.forms import Form, TextField
from bot.ui.notices import done
from bot.ui.screen import Button, Card, Choice, Control, Option, Style, Table, Text, Tone
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Home:
    """A space with its number in the community, and what people there call it."""

    number: int
    space: Space
    name: str


def spaces_card(say: Wording, homes: Sequence[Home], here: tuple[str, str]) -> Card:
    """Return where the community lives, and how to link one more space."""
    header = tuple(say(f"spaces-{name}") for name in ("platform", "name", "state"))
    rows = tuple(_row(say, home, here) for home in homes)
    code: Control = Button(say("button-space-code"), "space.code", style=Style.PRIMARY)
    options = tuple(Option(str(home.number), _label(say, home)) for home in homes)
    unlink = Choice(say("spaces-unlink"), "space.leave.ask", "", options)
    controls = (code, unlink) if len(homes) > 1 else (code,)
    return Card(say("spaces-title"), (Text(say("spaces-intro")), Table(header, rows)), controls)


def _row(say: Wording, home: Home, here: tuple[str, str]) -> tuple[str, ...]:
    state = "set" if Channel.HELP in home.space.channels else "unset"
    said = [say(f"spaces-{state}"), *([say("spaces-here")] if home.space.where == here else ())]
    return say(f"platform-{home.space.platform}"), home.name or "–", ", ".join(said)


def _label(say: Wording, home: Home) -> str:
    platform = say(f"platform-{home.space.platform}")
    return f"{platform} · {home.name}" if home.name else platform


def code_card(say: Wording, code: str) -> Card:
    """Return a new code, with what the other side does with it."""
    return done(say, "space-code", Button(say("button-spaces"), "space.home"), code=code)


def joining_card(say: Wording, joining: Joining) -> Card:
    """Return the question whether a space may join."""
    platform = say(f"platform-{joining.platform}")
    name = joining.name or say("space-unnamed")
    return Card(
        say("joining-title", name=name, platform=platform),
        (Text(say("joining", name=name)),),
        (
            Button(say("button-welcome"), "space.welcome", joining.id, style=Style.PRIMARY),
            Button(say("button-turn-away"), "space.refuse", joining.id),
        ),
        Tone.WARNING,
    )


def answered(say: Wording, platform: str, state: str) -> Card:
    """Return what became of the question."""
    return done(say, f"joining-{state}", platform=say(f"platform-{platform}"))


def threshold(say: Wording, asked: Community | None) -> Card:
    """Return the two ways to begin in a space without a community."""
    waiting = (Text(say("threshold-waiting", name=asked.name)),) if asked else ()
    return Card(
        say("threshold-title"),
        (*waiting, Text(say("threshold"))),
        (
            Button(say("button-found"), "setup.place.form", style=Style.PRIMARY),
            Button(say("button-enter-code"), "space.enter.form"),
        ),
    )


def enter_form(say: Wording) -> Form:
    """Return the form that takes the other side's code."""
    code = TextField("code", say("partner-code"), hint=say("partner-code-hint"), required=True)
    title, intro = say("button-enter-code"), say("space-enter-intro")
    return Form(title, "space.enter", "", (code,), say("button-see-community"), intro)


def look_in(say: Wording, community: Community, joining: Joining) -> Card:
    """Return which community the space would join, and what that means."""
    platforms = ", ".join(
        dict.fromkeys(say(f"platform-{space.platform}") for space in community.homes)
    )
    return Card(
        say("look-in-title", name=community.name),
        (Text(say("look-in", name=community.name, platforms=platforms)),),
        (Button(say("button-ask-in"), "space.join", joining.id, style=Style.PRIMARY),),
    )


def unset(say: Wording) -> Card:
    """Return the reminder that this space has no channels yet."""
    choose = Button(say("button-channels"), "setup.place.form", style=Style.PRIMARY)
    return Card(say("space-unset-title"), (Text(say("space-unset")),), (choose,), Tone.WARNING)


def unlink_question(say: Wording, home: Home) -> Card:
    """Return what happens when a space is unlinked, before it is."""
    return Card(
        say("unlink-title", space=_label(say, home)),
        (Text(say("unlink")),),
        (
            Button(say("button-unlink"), "space.leave", str(home.number), style=Style.DANGER),
            Button(say("button-spaces"), "space.home"),
        ),
        Tone.WARNING,
    )


def unlinked(say: Wording, home: Home, community: Community) -> Card:
    """Return that it is done."""
    return done(say, "unlinked", space=_label(say, home), name=community.name)
