"""Setting a community up, as its moderators see it."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import timedelta

from bot.domain.community import Channel, Community, Space, Waves
from bot.domain.people import LANGUAGES, Actor
from bot.domain.premises import CROWD, Missing
from bot.domain.vocabulary import Urgency
from bot.ui.durations import in_words
from bot.ui.fields import question
from bot.ui.forms import ChannelField, ChoiceField, Form, RoleField
from bot.ui.screen import (
    Block,
    Bullets,
    Button,
    Card,
    Choice,
    Facts,
    Heading,
    Option,
    Style,
    Table,
    Text,
    Tone,
)
from bot.ui.words import urgency_name
from bot.wording import Wording

WAVES = tuple(each.name for each in fields(Waves))
LOCAL = ("time_zone", "contact")
RETENTION = ("silence", "identity", "transcript")


def setup_card(
    say: Wording,
    community: Community,
    space: Space,
    missing: Sequence[Missing],
    *,
    has_roles: bool = False,
    is_few: bool = False,
) -> Card:
    """Return how the community is set up, and what still stands in the way."""
    return Card(
        say("setup-title", name=community.name),
        (
            *_state(say, missing),
            *((Text(say("setup-few", people=CROWD)),) if is_few else ()),
            Facts((*_places(say, community, space), *(_role(say, space) if has_roles else ()))),
            Heading(say("setup-delays")),
            _delays(say, community),
            Facts(_retention(say, community)),
        ),
        (
            Button(say("button-channels"), "setup.place.form", style=Style.PRIMARY),
            Choice(say("setup-change-delays"), "setup.waves.form", "", _urgencies(say)),
            Button(say("button-retention"), "setup.retention.form"),
            Button(say("button-local"), "setup.local.form"),
            *((Button(say("setup-role"), "setup.role.form"),) if has_roles else ()),
            Button(say("button-check-again"), "setup.home"),
        ),
        Tone.WARNING if missing or is_few else Tone.NEUTRAL,
    )


def _state(say: Wording, missing: Sequence[Missing]) -> tuple[Block, ...]:
    if not missing:
        return (Text(say("setup-all-well")),)
    return (
        Heading(say("setup-missing")),
        Bullets(tuple(lack(say, each) for each in missing)),
    )


def lack(say: Wording, missing: Missing) -> str:
    """Return in words what stands in the way in a channel."""
    channel = say(f"setup-{missing.channel.value}")
    permissions = ", ".join(say(f"permission-{each}") for each in missing.permissions)
    return say(f"missing-{missing.lack.value}", channel=channel, permissions=permissions)


def _places(say: Wording, community: Community, space: Space) -> tuple[tuple[str, str], ...]:
    chosen = {True: say("setup-chosen"), False: say("setup-not-chosen")}
    return (
        (say("setup-language"), say(f"language-{community.language}")),
        (say("local-time-zone"), community.time_zone),
        (say("local-contact"), community.contact or "–"),
        *((say(f"setup-{each.value}"), chosen[each in space.channels]) for each in Channel),
    )


def _role(say: Wording, space: Space) -> tuple[tuple[str, str], ...]:
    chosen = say("setup-chosen") if space.mentor_role else say("setup-no-role")
    return ((say("setup-role"), chosen),)


def _delays(say: Wording, community: Community) -> Table:
    header = (say("label-urgency"), *(say(f"waves-{name}") for name in WAVES))
    rows = [
        (urgency_name(say, urgency), *(in_words(say, getattr(waves, name)) for name in WAVES))
        for urgency, waves in community.delays.waves.items()
    ]
    return Table(header, tuple(rows))


def _retention(say: Wording, community: Community) -> tuple[tuple[str, str], ...]:
    values: Mapping[str, timedelta] = {n: getattr(community.delays, n) for n in RETENTION}
    return tuple((say(f"retention-{name}"), in_words(say, value)) for name, value in values.items())


def _urgencies(say: Wording) -> tuple[Option, ...]:
    return tuple(Option(each.value, urgency_name(say, each)) for each in Urgency)


def place_form(say: Wording, who: Actor, community: Community | None) -> Form:
    """Return the form for the name, the language and the channels of the actor's space."""
    space = community.space(who.address.platform, who.address.space) if community else None
    channels = space.channels if space else {}
    languages = tuple(Option(code, say(f"language-{code}")) for code in LANGUAGES)
    spoken = community.language if community else who.language
    return Form(
        say("setup-place-title"),
        "setup.place",
        "",
        (
            question(say, "setup", "name", community.name if community else "", required=True),
            ChoiceField("language", say("setup-language"), languages, "", (spoken,), required=True),
            *(_channel(say, each, channels.get(each, "")) for each in Channel),
        ),
        say("button-save"),
        say("setup-place-intro"),
    )


def _channel(say: Wording, channel: Channel, value: str) -> ChannelField:
    key = f"setup-{channel.value}"
    required = channel is Channel.HELP
    return ChannelField(channel.value, say(key), say(f"{key}-hint"), value, required=required)


def role_form(say: Wording, space: Space) -> Form:
    """Return the form for the role that mentors have to bear in a space."""
    asked = RoleField("role", say("setup-role"), say("setup-role-hint"), space.mentor_role)
    title, intro = say("setup-role"), say("setup-role-intro")
    return Form(title, "setup.role", "", (asked,), say("button-save"), intro)


def waves_form(say: Wording, community: Community, urgency: Urgency) -> Form:
    """Return the form for the delays of an urgency."""
    waves = community.delays.waves[urgency]
    title = say("waves-title", urgency=urgency_name(say, urgency))
    asked = tuple(
        question(say, "waves", name, in_words(say, getattr(waves, name)), required=True)
        for name in WAVES
    )
    return Form(title, "setup.waves", urgency.value, asked, say("button-save"), say("waves-intro"))


def retention_form(say: Wording, community: Community) -> Form:
    """Return the form for how long things are kept."""
    kept = community.delays
    asked = tuple(
        question(say, "retention", name, in_words(say, getattr(kept, name)), required=True)
        for name in RETENTION
    )
    title, intro = say("button-retention"), say("retention-intro")
    return Form(title, "setup.retention", "", asked, say("button-save"), intro)


def local_form(say: Wording, community: Community) -> Form:
    """Return the form for the clock by which a community lives, and its moderators' address."""
    asked = tuple(
        question(say, "local", name, getattr(community, name), required=name == "time_zone")
        for name in LOCAL
    )
    title, intro = say("button-local"), say("local-intro")
    return Form(title, "setup.local", "", asked, say("button-save"), intro)
