"""Who can know what, and what a person can see and erase of their own."""

from bot.domain.community import Delays
from bot.ui.durations import spelled_out
from bot.ui.forms import ChoiceField, Form, TextField
from bot.ui.screen import Button, Card, File, Option, Style, Table, Text
from bot.wording import Wording

_WHO = ("platform", "admin", "host", "thief", "mentor", "moderators", "members")


def confidentiality(
    say: Wording,
    *,
    platform: str,
    host: str,
    administers: bool,
    delays: Delays,
    contact: str = "",
) -> Card:
    """Return the honest table of who can know, with the real names of host and platform."""
    rows = tuple(
        (
            say(f"who-{who}", platform=platform, host=host),
            say(f"who-{who}-answer", platform=platform, host=host),
        )
        for who in _WHO
    )
    kept = {name: spelled_out(say, getattr(delays, name)) for name in ("identity", "transcript")}
    return Card(
        title=say("privacy-title"),
        blocks=(
            Text(say("privacy-intro", platform=platform, host=host)),
            Table((say("privacy-who"), say("privacy-answer")), rows),
            Text(say("host-administers" if administers else "host-administers-not")),
            Text(say("privacy-retention", **kept)),
            Text(say("privacy-careful")),
            *((Text(say("privacy-contact", contact=contact)),) if contact else ()),
        ),
        controls=(
            Button(say("button-my-data"), "privacy.export"),
            Button(say("button-receipt"), "privacy.receipt.form"),
            Button(say("button-erase-all"), "privacy.erase.ask", style=Style.DANGER),
        ),
    )


def my_data(say: Wording, text: str, *, is_empty: bool) -> Card:
    """Return a person's data as JSON that they can keep."""
    title, footnote = say("my-data-title"), say("my-data-footnote")
    if is_empty:
        return Card(title, (Text(say("my-data-none")),), footnote=footnote)
    file = File("entraide-my-data.json", text)
    return Card(title, (Text(say("my-data-text")), file), footnote=footnote)


def erase_question(say: Wording, text: str, act: str, subject: str = "") -> Card:
    """Ask once more before something is gone for good."""
    button = Button(say("button-erase-yes"), act, subject, style=Style.DANGER)
    return Card(say("erase-title"), (Text(say(text)),), (button,))


def receipt_form(say: Wording) -> Form:
    """Return the form for a receipt code."""
    field = TextField(
        "receipt", say("receipt-code"), hint=say("receipt-hint"), required=True, max_length=40
    )
    choices = tuple(Option(what, say(f"receipt-{what}")) for what in ("withdraw", "erase"))
    what = ChoiceField("what", say("receipt-what"), choices, value=("withdraw",), required=True)
    return Form(
        say("receipt-title"), "privacy.receipt", "", (field, what), say("button-receipt-use")
    )
