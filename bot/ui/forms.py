"""Questions that are answered together, and what a person did on a screen."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar

from bot.domain.errors import InvalidAnswers
from bot.domain.limits import ANSWER_MAX
from bot.ui.screen import Option, Screen

_Choice = TypeVar("_Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class TextField:
    """A line, or several when ``long``."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = False
    long: bool = False
    max_length: int = 200
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceField:
    """One of several values, or some when ``many``."""

    name: str
    label: str
    options: tuple[Option, ...]
    hint: str = ""
    value: tuple[str, ...] = ()
    required: bool = False
    many: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class TickField:
    """Yes or no."""

    name: str
    label: str
    hint: str = ""
    value: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class ChannelField:
    """A channel of the space where the form is filled in; ``value`` is its platform id."""

    name: str
    label: str
    hint: str = ""
    value: str = ""
    required: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class RoleField(ChannelField):
    """A role of the space where the form is filled in, on platforms that have roles."""


Field = TextField | ChoiceField | TickField | ChannelField


@dataclass(frozen=True, slots=True)
class Form:
    """Questions, answered together; ``subject`` makes sending it twice harmless."""

    title: str
    act: str
    subject: str
    fields: tuple[Field, ...]
    submit: str
    intro: str = ""
    fault: str = ""

    def with_faults(self, fault: str, faults: Mapping[str, str]) -> "Form":
        """Return the form with a sentence beside each field that is wrong."""
        fields = tuple(replace(each, fault=faults.get(each.name, "")) for each in self.fields)
        return replace(self, fields=fields, fault=fault)

    def bound(self, name: str) -> Mapping[str, int]:
        """Return the ``maximum`` that the answer to a question has, in characters, if any."""
        for each in self.fields:
            if isinstance(each, TextField) and each.name == name:
                return {"maximum": each.max_length}
        return {}

    def refilled(self, gesture: "Gesture") -> "Form":
        """Return the form with everything that was typed, so that nothing is lost."""
        return replace(self, fields=tuple(_refill(each, gesture) for each in self.fields))


Answer = Screen | Form

Value = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gesture:
    """What a person did on a screen: ``act`` on ``subject``, with what they filled in."""

    act: str
    subject: str = ""
    values: Mapping[str, Value] = field(default_factory=dict)

    def require_bounded(self) -> None:
        """Raise ``InvalidAnswers`` when an answer is longer than any form asks for."""
        long = [name for name in self.values if len(self.text(name)) > ANSWER_MAX]
        if long:
            raise InvalidAnswers(dict.fromkeys(long, "fault-too-long"), maximum=ANSWER_MAX)

    def text(self, name: str) -> str:
        """Return a single answer, without surrounding white space."""
        value = self.values.get(name, "")
        return (value if isinstance(value, str) else " ".join(value)).strip()

    def one_of(self, name: str, kind: type[_Choice], default: _Choice | None = None) -> _Choice:
        """Return an answer as one of a few values; raises ``InvalidAnswers`` for any other."""
        answer = self.text(name)
        if not answer and default is not None:
            return default
        if answer not in set(kind):
            raise InvalidAnswers({name: "fault-choose"})
        return kind(answer)

    def many(self, name: str) -> tuple[str, ...]:
        """Return the answers to a question with several."""
        value = self.values.get(name, ())
        return tuple(v for v in ((value,) if isinstance(value, str) else value) if v)

    def ticked(self, name: str) -> bool:
        """Say whether a box was ticked."""
        return self.text(name) not in ("", "off", "false", "0")


def _refill(each: Field, gesture: Gesture) -> Field:
    if isinstance(each, TextField | ChannelField):
        return replace(each, value=gesture.text(each.name))
    if isinstance(each, ChoiceField):
        return replace(each, value=gesture.many(each.name))
    return replace(each, value=gesture.ticked(each.name))
