"""A form on its way, written down as JSON and read back: it waits in the meaning of a token."""

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from adapters.discord.forms import Step
from bot.ui.forms import ChoiceField, Field, Form, TextField, TickField
from bot.ui.screen import Option

_KINDS: Mapping[str, type[Field]] = {
    kind.__name__: kind for kind in (TextField, ChoiceField, TickField)
}


def write(step: Step) -> str:
    """Return a step as JSON."""
    fields = [{"kind": type(each).__name__, **asdict(each)} for each in step.form.fields]
    form = {**asdict(step.form), "fields": fields}
    content = {"form": form, "answered": step.answered, "answers": dict(step.answers)}
    return json.dumps(content, ensure_ascii=False)


def read(text: str) -> Step:
    """Return the step that ``write`` wrote."""
    content = json.loads(text)
    form = content["form"]
    fields = tuple(_field(each) for each in form.pop("fields"))
    known = {name: _tuple(value) for name, value in content["answers"].items()}
    return Step(Form(**form, fields=fields), content["answered"], known)


def _field(written: dict[str, Any]) -> Field:
    kind = _KINDS[written.pop("kind")]
    values = {name: _tuple(value) for name, value in written.items()}
    if kind is ChoiceField:
        values["options"] = tuple(Option(**option) for option in written["options"])
    return kind(**values)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
