"""A form that is on somebody's screen, written down as JSON in the meaning of its token."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from bot.ui.forms import ChannelField, ChoiceField, Field, Form, RoleField, TextField, TickField
from bot.ui.screen import Option

_KINDS: Mapping[str, type[Field]] = {
    kind.__name__: kind for kind in (TextField, ChoiceField, TickField, ChannelField, RoleField)
}

# ``asdict`` copies deeply, which took most of the time before a form opened.
_NAMES = {kind: tuple(f.name for f in fields(kind)) for kind in (*_KINDS.values(), Form, Option)}


def write(form: Form, **beside: Any) -> str:
    """Return a form as JSON, with what else is to be remembered beside it."""
    return json.dumps({"form": form, **beside}, default=_written, ensure_ascii=False)


def read(text: str) -> Form:
    """Return the form that ``write`` wrote."""
    return read_all(text)[0]


def read_all(text: str) -> tuple[Form, dict[str, Any]]:
    """Return the form that ``write`` wrote, and what stood beside it."""
    beside = json.loads(text)
    written = beside.pop("form")
    asked = tuple(_field(each) for each in written.pop("fields"))
    return Form(**written, fields=asked), beside


def tupled(value: Any) -> Any:
    """Return a value of a form as it was: JSON has no tuples."""
    return tuple(value) if isinstance(value, list) else value


def _written(part: Any) -> dict[str, Any]:
    """Return a dataclass as JSON writes it; a question also tells its kind."""
    kind = type(part)
    named = {name: getattr(part, name) for name in _NAMES[kind]}
    return {"kind": kind.__name__, **named} if kind.__name__ in _KINDS else named


def _field(written: dict[str, Any]) -> Field:
    kind = _KINDS[written.pop("kind")]
    values = {name: tupled(value) for name, value in written.items()}
    if kind is ChoiceField:
        values["options"] = tuple(Option(**option) for option in written["options"])
    return kind(**values)
