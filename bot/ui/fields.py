"""Questions whose label and hint are found in the wording by the form's and their own name."""

from bot.domain.limits import LINE_MAX
from bot.ui.forms import TextField
from bot.wording import Wording


def question(
    say: Wording,
    form: str,
    name: str,
    value: str = "",
    *,
    required: bool = False,
    long: bool = False,
    max_length: int = LINE_MAX,
) -> TextField:
    """Return a text field: label ``form-name``, hint ``form-name-hint``."""
    key = f"{form}-{name.replace('_', '-')}"
    return TextField(
        name,
        say(key),
        hint=say(f"{key}-hint"),
        value=value,
        required=required,
        long=long,
        max_length=max_length,
    )
