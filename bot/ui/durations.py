"""Durations as people type them: ``3 min``, ``2 h``, ``1 j``; a bare number means minutes."""

import re
from datetime import timedelta

from bot.domain.errors import InvalidAnswers
from bot.wording import Wording

_MINUTE, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
_UNITS = {"": _MINUTE, "m": _MINUTE, "h": _HOUR, "j": _DAY, "d": _DAY}
_PART = re.compile(r"(\d{1,5})\s*([a-z]*)\.?\s*")


def parse_duration(answer: str, field: str) -> timedelta:
    """Return a duration; raises ``InvalidAnswers`` with an example."""
    text, total, at = answer.strip().casefold(), timedelta(), 0
    while at < len(text):
        part = _PART.match(text, at)
        unit = _UNITS.get(part[2][:1]) if part else None
        if part is None or unit is None:
            raise InvalidAnswers({field: "fault-duration"})
        total, at = total + int(part[1]) * unit, part.end()
    if not total:
        raise InvalidAnswers({field: "fault-duration"})
    return total


def in_words(say: Wording, length: timedelta) -> str:
    """Return a duration in the largest unit that says it exactly."""
    for key, unit in (("unit-days", _DAY), ("unit-hours", _HOUR)):
        if length >= unit and not length % unit:
            return say(key, count=length // unit)
    return say("unit-minutes", count=length // _MINUTE)


def spelled_out(say: Wording, length: timedelta) -> str:
    """Return a duration as part of a sentence; whole hours are near enough for odd ones."""
    if not length % _DAY:
        return say("length-days", count=length // _DAY)
    if length >= _HOUR:
        return say("length-hours", count=length // _HOUR)
    return say("length-minutes", count=length // _MINUTE)
