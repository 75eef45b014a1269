"""Partner communities, as their moderators see them."""

from collections.abc import Sequence

from bot.domain.community import Community, Partnership
from bot.domain.ids import CommunityId
from bot.ui.forms import Field, Form, TextField, TickField
from bot.ui.screen import Block, Button, Card, Choice, Control, Option, Style, Table, Text
from bot.wording import Wording


def partners(say: Wording, found: Sequence[tuple[Partnership, Community]], us: CommunityId) -> Card:
    """Return the list of partners, with what goes which way."""
    intro = Text(say("partners-intro"))
    controls: tuple[Control, ...] = (
        Button(say("button-invite-partner"), "partner.invite.form", style=Style.PRIMARY),
        Button(say("button-accept-partner"), "partner.accept.form"),
    )
    if not found:
        return Card(say("partners-title"), (intro, Text(say("partners-none"))), controls)
    header = (say("label-community"), say("partners-we-share"), say("partners-they-share"))
    rows = [
        (other.name, _shared(say, ours), _shared(say, other.partner(us))) for ours, other in found
    ]
    options = tuple(Option(other.id, other.name) for _, other in found)
    blocks: tuple[Block, ...] = (intro, Table(header, tuple(rows)))
    end = Choice(say("partners-end"), "partner.end", "", options)
    return Card(say("partners-title"), blocks, (*controls, end))


def _shared(say: Wording, partnership: Partnership | None) -> str:
    if partnership is None:
        return "–"
    shared = [name for name in ("requests", "cases") if getattr(partnership, name)]
    return ", ".join(say(f"partners-{name}") for name in shared) or "–"


def invite_form(say: Wording) -> Form:
    """Return the form that makes a code."""
    title, submit = say("button-invite-partner"), say("button-make-code")
    return Form(title, "partner.invite", "", _ticks(say), submit, say("partner-invite-intro"))


def accept_form(say: Wording) -> Form:
    """Return the form that takes a code."""
    code = TextField("code", say("partner-code"), hint=say("partner-code-hint"), required=True)
    title, submit = say("button-accept-partner"), say("button-become-partners")
    fields: tuple[Field, ...] = (code, *_ticks(say))
    return Form(title, "partner.accept", "", fields, submit, say("partner-accept-intro"))


def _ticks(say: Wording) -> tuple[TickField, ...]:
    return (
        TickField("requests", say("partner-requests"), say("partner-requests-hint"), value=True),
        TickField("cases", say("partner-cases"), say("partner-cases-hint")),
    )
