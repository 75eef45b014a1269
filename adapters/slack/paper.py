"""A form that is on somebody's screen, written down as JSON in the meaning of its token."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.ui.forms import ChannelField, ChoiceField, Field, Form, TextField, TickField
from bot.ui.screen import Option

_KINDS: Mapping[str, type[Field]] = {
    kind.__name__: kind for kind in (TextField, ChoiceField, TickField, ChannelField)
}


# ``asdict`` copies deeply, which took most of the time before a form opened.
_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in (*_KINDS.values(), Form, Option)}


def write(form: Form) -> str:
    """Return a form as JSON."""
    return json.dumps(form, default=_written, ensure_ascii=False)


def _written(part: Any) -> dict[str, Any]:
    """Return a dataclass as JSON writes it; a question also tells its kind."""
    kind = type(part)
    named = {name: getattr(part, name) for name in _NAMES[kind]}
    return {"kind": kind.__name__, **named} if kind.__name__ in _KINDS else named


def read(text: str) -> Form:
    """Return the form that ``write`` wrote."""
    written = json.loads(text)
    questions = tuple(_field(each) for each in written.pop("fields"))
    return Form(**written, fields=questions)


def _field(written: dict[str, Any]) -> Field:
    kind = _KINDS[written.pop("kind")]
    values = {name: _tuple(value) for name, value in written.items()}
    if kind is ChoiceField:
        values["options"] = tuple(Option(**option) for option in written["options"])
    return kind(**values)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
