"""Hours as people type them."""

from datetime import time

import pytest

from bot.domain.errors import InvalidAnswers
from bot.domain.mentor import Profile, Slot
from bot.domain.people import LANGUAGES
from bot.ui.hours import hours_in_words, parse_hours


@pytest.mark.parametrize(
    ("typed", "slots"),
    [
        ("", ()),
        ("sam 10-12", (Slot(5, time(10), time(12)),)),
        ("lun-mar 9h30-18h", (Slot(0, time(9, 30), time(18)), Slot(1, time(9, 30), time(18)))),
        ("Monday-tuesday 9:00-18:00", (Slot(0, time(9), time(18)), Slot(1, time(9), time(18)))),
        ("dim-lun 20-24", (Slot(6, time(20), time.max), Slot(0, time(20), time.max))),
    ],
)
def test_hours_are_understood(typed: str, slots: tuple[Slot, ...]) -> None:
    assert parse_hours(typed) == slots
    for language in LANGUAGES:
        assert parse_hours(hours_in_words(Profile("x", hours=slots), language)) == slots


@pytest.mark.parametrize(
    "typed", ["toujours", "lun 9", "xyz 9-10", "lun 25-26", "lun 9h75-10", "lun-foo 9-10"]
)
def test_nonsense_gets_an_example(typed: str) -> None:
    with pytest.raises(InvalidAnswers) as refusal:
        parse_hours(typed)
    assert refusal.value.faults == {"hours": "fault-hours"}
