"""Checks of what people fill in; a fault names the sentence that helps."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable
from functools import cache
from zoneinfo import available_timezones

from bot.domain.errors import InvalidAnswers
from bot.domain.limits import HIDDEN_NAMES_MAX, LINE_MAX, STORY_MAX

_SEPARATORS = re.compile(r"[,;\n]+")
# Bidirectional overrides can make a text read as something that it is not; joiners
# stay, because emoji and many scripts need them.
_INVISIBLE = "\u200b\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"
_CONTROLS = (chr(code) for code in (*range(0x20), *range(0x7F, 0xA0)))
_DROPPED = dict.fromkeys(map(ord, {*_INVISIBLE, *_CONTROLS} - {"\t", "\n", "\r"}))


def clean(text: str) -> str:
    """Return ``text`` composed (NFC), without invisible marks, controls or outer white space."""
    return unicodedata.normalize("NFC", text).translate(_DROPPED).strip()


def fault_in_message(text: str, *, maximum: int = STORY_MAX) -> str | None:
    """Return the sentence for a text that cannot be passed on, or None: a nod needs no words."""
    if not text:
        return "fault-empty"
    return "fault-too-long" if len(text) > maximum else None


def fault_in_story(text: str, *, maximum: int = STORY_MAX) -> str | None:
    """Return the sentence for a text that cannot be used, or None."""
    fault = fault_in_message(text, maximum=maximum)
    if fault is None and not any(character.isalpha() for character in text):
        return "fault-no-words"
    return fault


def require(**faults: str | None) -> None:
    """Raise ``InvalidAnswers`` when a field has a fault."""
    wrong = {name: fault for name, fault in faults.items() if fault}
    if wrong:
        raise InvalidAnswers(wrong, maximum=STORY_MAX)


def check_all(*readings: Callable[[], object]) -> None:
    """Raise what is wrong with any of these readings at once: each fault has its own question."""
    faults: dict[str, str] = {}
    for read in readings:
        try:
            read()
        except InvalidAnswers as wrong:
            faults |= wrong.faults
    require(**faults)


def require_story(text: str, *, field: str = "text", maximum: int = STORY_MAX) -> str:
    """Return a cleaned text, or raise ``InvalidAnswers``."""
    cleaned = clean(text)
    require(**{field: fault_in_story(cleaned, maximum=maximum)})
    return cleaned


def require_message(text: str) -> str:
    """Return a cleaned message, or raise ``InvalidAnswers``."""
    cleaned = clean(text)
    require(text=fault_in_message(cleaned))
    return cleaned


def names_in(answer: str) -> tuple[str, ...]:
    """Split an answer such as ``Boulangerie Zed, Alix Martin`` into names."""
    names = (clean(name)[:LINE_MAX] for name in _SEPARATORS.split(answer))
    return tuple(dict.fromkeys(name for name in names if len(name) > 1))[:HIDDEN_NAMES_MAX]


def lines_in(answer: str) -> tuple[str, ...]:
    """Split an answer into lines, without list marks."""
    lines: Iterable[str] = (line.strip(" -•*\t") for line in clean(answer).splitlines())
    return tuple(line for line in lines if line)


def is_time_zone(answer: str) -> bool:
    """Say whether it is the name of a time zone, such as ``Europe/Paris``."""
    return answer in _time_zones()


@cache
def _time_zones() -> Collection[str]:
    return available_timezones()  # reads a thousand files
