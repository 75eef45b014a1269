"""Neutral forms as modals, one step at a time, and what comes back of them.

A modal takes five components. A longer form becomes several modals with a button between
two of them, because Discord opens no modal in answer to a modal. Everything that a step
needs is in the meaning of its token: no form lives in this process.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.discord.markdown import plain
from adapters.discord.render import OPTIONS_MAX, Component, clip, option_payload
from bot.ui.forms import (
    ChannelField,
    ChoiceField,
    Field,
    Form,
    Gesture,
    RoleField,
    TextField,
    TickField,
    Value,
)

LABEL, TEXT_INPUT, SELECT, ROLES, CHANNELS, TEXT, CHECKBOX = 18, 4, 3, 6, 8, 10, 23
TEXT_CHANNEL, FORUM = 0, 15
COMPONENTS_MAX = 5
TITLE_MAX, LABEL_MAX, HINT_MAX = 45, 45, 100
TEXT_MAX, INTRO_MAX = 4000, 1500


@dataclass(frozen=True, slots=True)
class Step:
    """A form on its way: how many of its questions were answered, and how."""

    form: Form
    answered: int = 0
    answers: Mapping[str, Value] = field(default_factory=dict)

    @property
    def intro(self) -> str:
        """What is said above the first questions."""
        return "" if self.answered else self.form.intro

    @property
    def fields(self) -> Sequence[Field]:
        """The questions of this step."""
        room = COMPONENTS_MAX - bool(self.intro)
        return self.form.fields[self.answered : self.answered + room]

    @property
    def is_done(self) -> bool:
        """Whether every question had its turn."""
        return self.answered >= len(self.form.fields)

    @property
    def may_stop(self) -> bool:
        """Whether nothing that is left to answer must be answered."""
        rest = self.form.fields[self.answered :]
        return not any(getattr(each, "required", False) for each in rest)

    def after(self, answers: Mapping[str, Value]) -> "Step":
        """Return the next step, with what was answered so far."""
        return Step(
            self.form, self.answered + len(self.fields), {**dict(self.answers), **dict(answers)}
        )

    def gesture(self) -> Gesture:
        """Return what the person did; skipped questions keep what stood there."""
        kept = {each.name: _value(each) for each in self.form.fields}
        return Gesture(self.form.act, self.form.subject, {**kept, **dict(self.answers)})


def fitting(form: Form) -> Form:
    """Return the form with its long lists cut into several of at most 25 options."""
    fields = tuple(part for each in form.fields for part in _short_lists(each))
    return replace(form, fields=fields)


def _short_lists(each: Field) -> Iterator[Field]:
    if not isinstance(each, ChoiceField) or len(each.options) <= OPTIONS_MAX:
        yield each
        return
    starts = range(0, len(each.options), OPTIONS_MAX)
    for number, start in enumerate(starts, 1):
        options = each.options[start : start + OPTIONS_MAX]
        label = f"{clip(each.label, LABEL_MAX - 6)} ({number}/{len(starts)})"
        yield replace(each, label=label, options=options, required=False)


def _value(each: Field) -> Value:
    if isinstance(each, TickField):
        return "on" if each.value else ""
    return each.value


# --- out ------------------------------------------------------------------------------


def modal(step: Step, token: str) -> Component:
    """Return a step as the data of a modal; questions are named by their place."""
    intro = [{"type": TEXT, "content": clip(plain(step.intro), INTRO_MAX)}] if step.intro else []
    fields = [_labelled(each, f"q{n}") for n, each in enumerate(step.fields)]
    title = clip(step.form.title, TITLE_MAX)
    return {"custom_id": token, "title": title, "components": [*intro, *fields]}


def _labelled(each: Field, name: str) -> Component:
    label: dict[str, Any] = {"type": LABEL, "label": clip(each.label, LABEL_MAX)}
    hint = each.fault or each.hint
    if len(each.label) > LABEL_MAX:
        hint = f"{each.label} {hint}"
    if hint:
        label["description"] = clip(hint.strip(), HINT_MAX)
    return {**label, "component": _input(each, name)}


def _input(each: Field, name: str) -> Component:
    if isinstance(each, TextField):
        return _text_input(each, name)
    if isinstance(each, ChoiceField):
        return _select(each, name)
    if isinstance(each, RoleField):
        return _one_of_theirs(each, name, ROLES, "role")
    if isinstance(each, ChannelField):
        kinds = {"channel_types": [TEXT_CHANNEL, FORUM]}
        return {**_one_of_theirs(each, name, CHANNELS, "channel"), **kinds}
    return {"type": CHECKBOX, "custom_id": name, "default": each.value}


def _text_input(each: TextField, name: str) -> Component:
    size = min(each.max_length, TEXT_MAX)
    payload: dict[str, Any] = {
        "type": TEXT_INPUT,
        "custom_id": name,
        "style": 2 if each.long else 1,
        "required": each.required,
        "max_length": size,
    }
    if each.value:
        payload["value"] = each.value[:size]
    return payload


def _select(each: ChoiceField, name: str) -> Component:
    options = [
        option_payload(n, option, chosen=option.value in each.value)
        for n, option in enumerate(each.options)
    ]
    return {
        "type": SELECT,
        "custom_id": name,
        "options": options,
        "required": each.required,
        "min_values": 1 if each.required else 0,
        "max_values": len(options) if each.many else 1,
    }


def _one_of_theirs(each: ChannelField, name: str, kind: int, thing: str) -> dict[str, Any]:
    """Return Discord's own list: it shows the channels that the person can see, or the roles."""
    payload: dict[str, Any] = {
        "type": kind,
        "custom_id": name,
        "required": each.required,
        "min_values": 1 if each.required else 0,
        "max_values": 1,
    }
    if each.value:
        payload["default_values"] = [{"id": each.value, "type": thing}]
    return payload


# --- in -------------------------------------------------------------------------------


def answers(step: Step, components: Sequence[Component]) -> Mapping[str, Value]:
    """Return the answers by name; the parts of a list that was cut are put together."""
    inputs = {each["custom_id"]: each for each in _inputs(components)}
    found: dict[str, Value] = {}
    for number, each in enumerate(step.fields):
        value = _answer(each, inputs.get(f"q{number}", {}))
        earlier = found.get(each.name, step.answers.get(each.name))
        if isinstance(each, ChoiceField) and isinstance(earlier, tuple):
            value = (*earlier, *value)
        found[each.name] = value
    return found


def _inputs(components: Sequence[Component]) -> Iterator[Component]:
    for each in components:
        inner = each.get("component")
        if inner is not None:
            yield inner
        yield from _inputs(each.get("components", ()))


def _answer(each: Field, given: Component) -> Value:
    if isinstance(each, TextField):
        return str(given.get("value") or "")
    if isinstance(each, ChoiceField):
        places = [int(place) for place in given.get("values") or ()]
        return tuple(each.options[place].value for place in places if place < len(each.options))
    if isinstance(each, ChannelField):
        return "".join(given.get("values") or ())
    return "on" if given.get("value") else ""
