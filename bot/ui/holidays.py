"""Days off as people type them: ``24/12/2026 – 2/1/2027, 2027-05-14``."""

import re
from datetime import date

from bot.domain.errors import InvalidAnswers
from bot.domain.mentor import Holiday, Profile

MOST = 12
_DAY = r"(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})"
_PART = re.compile(rf"(?P<first>{_DAY})(?:\s*(?:-|–|→|au|to)\s*(?P<last>{_DAY}))?")


def parse_holidays(answer: str) -> tuple[Holiday, ...]:
    """Return the days off of an answer; raises ``InvalidAnswers`` with an example."""
    parts = [part.strip() for part in answer.casefold().split(",") if part.strip()]
    return tuple(sorted(map(_holiday, parts[:MOST]), key=lambda each: each.first))


def parse_day(answer: str, *, field: str = "day") -> date:
    """Return a day, as the French or the ISO write it; raises ``InvalidAnswers``."""
    try:
        if "/" in answer:
            day, month, year = map(int, answer.split("/"))
            return date(year, month, day)
        return date(*map(int, answer.strip().split("-")))
    except (ValueError, TypeError):
        raise InvalidAnswers({field: "fault-day"}) from None


def _holiday(part: str) -> Holiday:
    found = _PART.fullmatch(part)
    if found is None:
        raise InvalidAnswers({"holidays": "fault-holidays"})
    first = parse_day(found["first"], field="holidays")
    last = parse_day(found["last"] or found["first"], field="holidays")
    if last < first:
        raise InvalidAnswers({"holidays": "fault-holidays"})
    return Holiday(first, last)


def holidays_in_words(profile: Profile) -> str:
    """Return the days off in the form in which they are typed."""
    return ", ".join(
        _day(each.first) if each.first == each.last else f"{_day(each.first)} – {_day(each.last)}"
        for each in profile.holidays
    )


def _day(day: date) -> str:
    return f"{day.day}/{day.month}/{day.year}"
