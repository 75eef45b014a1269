"""A form on its way, written down as JSON and read back: it waits in the meaning of a token."""

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from adapters.discord.forms import Step
from bot.ui.forms import ChannelField, ChoiceField, Field, Form, RoleField, TextField, TickField
from bot.ui.screen import Option

_KINDS: Mapping[str, type[Field]] = {
    kind.__name__: kind for kind in (TextField, ChoiceField, TickField, ChannelField, RoleField)
}


def write(step: Step) -> str:
    """Return a step as JSON."""
    content = {
        "form": {**_plain(step.form), "fields": [_written(each) for each in step.form.fields]},
        "answered": step.answered,
        "answers": dict(step.answers),
    }
    return json.dumps(content, ensure_ascii=False)


def _written(each: Field) -> dict[str, Any]:
    written = {"kind": type(each).__name__, **_plain(each)}
    if isinstance(each, ChoiceField):
        written["options"] = [_plain(option) for option in each.options]
    return written


def _plain(thing: Form | Field | Option) -> dict[str, Any]:
    """Return the fields as they are: ``asdict`` copies deeply, while somebody waits."""
    return {each.name: getattr(thing, each.name) for each in fields(thing)}


def read(text: str) -> Step:
    """Return the step that ``write`` wrote."""
    content = json.loads(text)
    form = content["form"]
    asked = tuple(_field(each) for each in form.pop("fields"))
    known = {name: _tuple(value) for name, value in content["answers"].items()}
    return Step(Form(**form, fields=asked), content["answered"], known)


def _field(written: dict[str, Any]) -> Field:
    kind = _KINDS[written.pop("kind")]
    values = {name: _tuple(value) for name, value in written.items()}
    if kind is ChoiceField:
        values["options"] = tuple(Option(**option) for option in written["options"])
    return kind(**values)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
