"""When a mentor can be reached, in their own time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.domain.errors import InvalidAnswers
from bot.domain.ids import CommunityId, MentorId
from bot.domain.mentor import UNTIL_THEY_SAY, Holiday, Mentor, Profile, Record, Slot
from bot.domain.people import Address
from bot.ui.holidays import holidays_in_words, parse_day, parse_holidays
from bot.ui.hours import hours_in_words, parse_hours

MONDAY = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # 10:00 in Paris
MORNINGS = (Slot(0, time(9), time(12)),)


def mentor(**profile: object) -> Mentor:
    who = Profile("Nadia", **profile)  # type: ignore[arg-type]
    return Mentor(MentorId("m"), CommunityId("c"), (Address("web", "s", "n"),), "fr", who)


def test_holidays_are_days_of_the_mentors_own_calendar() -> None:
    away = mentor(holidays=(Holiday(date(2026, 3, 2), date(2026, 3, 3)),))
    last_hour = datetime(2026, 3, 3, 22, 59, tzinfo=UTC)  # 23:59 in Paris
    assert away.is_away(datetime(2026, 3, 1, 23, 0, tzinfo=UTC))
    assert away.is_away(last_hour)
    assert not away.is_away(last_hour + timedelta(minutes=1))


def test_only_quiet_mentors_are_away_outside_their_hours() -> None:
    evening = MONDAY + timedelta(hours=9)
    assert mentor(hours=MORNINGS, quiet=True).is_away(evening)
    assert not mentor(hours=MORNINGS, quiet=True).is_away(MONDAY)
    assert not mentor(hours=MORNINGS).is_away(evening)


def test_an_hour_that_comes_twice_counts_twice() -> None:
    at_night = mentor(hours=(Slot(6, time(2), time(3)),))  # Sunday, when summer time ends
    first, second = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert at_night.is_within_hours(first)
    assert at_night.is_within_hours(second)
    assert not at_night.is_within_hours(second + timedelta(hours=1))


def test_who_stepped_out_comes_back_by_themselves() -> None:
    out = mentor()
    out.pause(UNTIL_THEY_SAY)
    assert out.is_away(MONDAY + timedelta(days=10_000))
    out.pause(None)
    assert not out.is_away(MONDAY)


def test_what_a_mentor_did_adds_up() -> None:
    working = mentor(hours=MORNINGS)
    working.note_late_word()
    working.note_help(words=4)
    working.note_help(words=1)
    working.note_thanks()
    assert working.record == Record(helped=2, thanked=1, words=5, words_off_hours=1)


def test_a_night_goes_on_after_midnight() -> None:
    assert parse_hours("dim 22-2") == (Slot(6, time(22), time.max), Slot(0, time(), time(2)))
    assert parse_hours("sat 20-0") == (Slot(5, time(20), time.max),)


@pytest.mark.parametrize(("language", "days"), [("fr", "lun 9-12h30"), ("en", "mon 9-12h30")])
def test_hours_come_back_as_they_are_typed(language: str, days: str) -> None:
    profile = Profile("Nadia", hours=parse_hours(days))
    assert hours_in_words(profile, "en" if language == "en" else "fr") == days


def test_days_off_come_back_as_they_are_typed() -> None:
    answer = "2026-05-14, 24/12/2026 au 2/1/2027"
    holidays = parse_holidays(answer)
    assert holidays == (
        Holiday(date(2026, 5, 14), date(2026, 5, 14)),
        Holiday(date(2026, 12, 24), date(2027, 1, 2)),
    )
    assert parse_holidays(holidays_in_words(Profile("N", holidays=holidays))) == holidays


@pytest.mark.parametrize(
    "answer",
    ["demain", "32/1/2026", "2/1/2027 - 24/12/2026", "1/2", "24-12-2026", "９/９/９９９９９"],
)
def test_odd_days_off_are_met_with_an_example(answer: str) -> None:
    with pytest.raises(InvalidAnswers) as refused:
        parse_holidays(answer)
    assert set(refused.value.faults) == {"holidays"}


@pytest.mark.parametrize("answer", ["", "demain", "2026", "1/2", "30/2/2026", "a/b/c"])
def test_an_odd_day_is_met_with_an_example(answer: str) -> None:
    with pytest.raises(InvalidAnswers):
        parse_day(answer)
