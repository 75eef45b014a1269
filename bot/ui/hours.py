"""Weekly hours as people type them: ``lun-ven 9-18, sam 10-12``; English days work too."""

import re
from datetime import time

from bot.domain.errors import InvalidAnswers
from bot.domain.mentor import Profile, Slot
from bot.domain.people import Language

_PAIRS = ("lun mon", "mar tue", "mer wed", "jeu thu", "ven fri", "sam sat", "dim sun")
_DAYS = {day: number for number, names in enumerate(_PAIRS) for day in names.split()}
_PART = re.compile(
    r"(?P<first>[a-z]{3})[a-z]*\.?(?:\s*[-–]\s*(?P<last>[a-z]{3})[a-z]*\.?)?\s+"
    r"(?P<start>\d{1,2})(?:[h:](?P<start_m>\d{2})?)?\s*[-–]\s*"
    r"(?P<end>\d{1,2})(?:[h:](?P<end_m>\d{2})?)?"
)


def parse_hours(answer: str) -> tuple[Slot, ...]:
    """Return the slots of an answer; raises ``InvalidAnswers`` with an example."""
    parts = [part.strip() for part in answer.casefold().split(",") if part.strip()]
    return tuple(slot for part in parts for slot in _slots(part))


def _slots(part: str) -> list[Slot]:
    found = _PART.fullmatch(part)
    days = [_DAYS.get(found[name] or found["first"]) for name in ("first", "last")] if found else []
    if found is None or None in days:
        raise InvalidAnswers({"hours": "fault-hours"})
    first, last = (day for day in days if day is not None)
    start, end = _time(found["start"], found["start_m"]), _time(found["end"], found["end_m"])
    days_of = [(first + n) % 7 for n in range((last - first) % 7 + 1)]
    if start < end:
        return [Slot(day, start, end) for day in days_of]
    return [slot for day in days_of for slot in _over_midnight(day, start, end)]


def _over_midnight(day: int, start: time, end: time) -> list[Slot]:
    """Return a night as the end of one day and the beginning of the next."""
    morning = [Slot((day + 1) % 7, time(), end)] if end > time() else []
    return [Slot(day, start, time.max), *morning]


def _time(hour: str, minute: str | None) -> time:
    if int(hour) == 24:
        return time.max
    if int(hour) > 23 or int(minute or 0) > 59:
        raise InvalidAnswers({"hours": "fault-hours"})
    return time(int(hour), int(minute or 0))


def hours_in_words(profile: Profile, language: Language) -> str:
    """Return the slots in the form in which they are typed."""
    names = [pair.split()[language == "en"] for pair in _PAIRS]
    return ", ".join(
        f"{names[slot.weekday]} {_clock(slot.start)}-{_clock(slot.end)}" for slot in profile.hours
    )


def _clock(moment: time) -> str:
    if moment == time.max:
        return "24"
    return f"{moment.hour}h{moment.minute:02}" if moment.minute else str(moment.hour)
