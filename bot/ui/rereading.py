"""A gentle second look at words that read as a reproach; never a block."""

from bot.domain.limits import STORY_MAX
from bot.ui.forms import Form, TextField
from bot.wording import Wording


def reread_form(say: Wording, subject: str, text: str) -> Form:
    """Return the message in a form, to change or to send as it is."""
    field = TextField(
        "text", say("reread-text"), value=text, required=True, long=True, max_length=STORY_MAX
    )
    return Form(
        say("reread-title"),
        "relay.send",
        subject,
        (field,),
        say("button-send"),
        intro=say("reread-intro"),
    )
