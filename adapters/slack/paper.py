"""A form that is on somebody's screen, written down as JSON in the meaning of its token."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from bot.ui.forms import ChoiceField, Field, Form, TextField, TickField
from bot.ui.screen import Option

_KINDS: Mapping[str, type[Field]] = {
    kind.__name__: kind for kind in (TextField, ChoiceField, TickField)
}


def write(form: Form) -> str:
    """Return a form as JSON."""
    fields = [{"kind": type(each).__name__, **asdict(each)} for each in form.fields]
    return json.dumps({**asdict(form), "fields": fields}, ensure_ascii=False)


def read(text: str) -> Form:
    """Return the form that ``write`` wrote."""
    written = json.loads(text)
    fields = tuple(_field(each) for each in written.pop("fields"))
    return Form(**written, fields=fields)


def _field(written: dict[str, Any]) -> Field:
    kind = _KINDS[written.pop("kind")]
    values = {name: _tuple(value) for name, value in written.items()}
    if kind is ChoiceField:
        values["options"] = tuple(Option(**option) for option in written["options"])
    return kind(**values)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
