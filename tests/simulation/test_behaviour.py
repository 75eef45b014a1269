"""People: they tire, they help better with what they know, and read when they can."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.mentor import Slot
from bot.domain.vocabulary import Category
from bot.simulation.behaviour import Behaviour, Heard, begins_at
from bot.simulation.parameters import Parameters, read_parameters
from tests.simulation.people import NINE, assumed, mentor, request

MORNINGS = tuple(Slot(day, time(9), time(12)) for day in range(5))
EVENINGS = (Slot(0, time(18), time(22)),)


def willing(
    parameters: Parameters, *, notices: int = 0, heard: Heard = Heard.BY_NAME, **profile: Any
) -> float:
    """Return the share of a thousand moods that say yes."""
    behaviour, who = Behaviour(parameters, 1), mentor(**profile)
    moods = [behaviour.mood(who, request(f"r{number}")) for number in range(1000)]
    one = request()
    said = [behaviour.accepts(who, one, m, NINE, notices=notices, heard=heard) for m in moods]
    return sum(said) / 1000


def test_mentors_accept_as_the_parameters_say() -> None:
    shipped = read_parameters()
    half = shipped.accepting.halved_by
    assert willing(shipped) == pytest.approx(0.7, abs=0.05)
    assert willing(shipped, notices=int(half)) == pytest.approx(0.35, abs=0.05)
    assert willing(shipped, notices=int(3 * half)) == pytest.approx(0.175, abs=0.05)
    assert willing(shipped, categories=(Category.TROLLS,)) == pytest.approx(0.28, abs=0.05)
    assert willing(shipped, languages=("en",)) < 0.05
    assert willing(shipped, hours=EVENINGS) == pytest.approx(0.35, abs=0.05)


def test_being_asked_by_name_counts() -> None:
    crowd = assumed(willing=0.8, unasked=0.5, called=0.75)
    assert willing(crowd) == pytest.approx(0.8, abs=0.05)
    assert willing(crowd, heard=Heard.CARD) == pytest.approx(0.4, abs=0.05)
    assert willing(crowd, heard=Heard.CALL) == pytest.approx(0.6, abs=0.05)


def test_mood_is_the_same_for_a_seed_and_two_people() -> None:
    moods = [Behaviour(read_parameters(), seed).mood(mentor(), request()) for seed in (1, 1, 2)]
    assert moods[0] == moods[1] != moods[2]


def test_notice_waits_for_hours_unless_one_looks_outside() -> None:
    who = mentor(hours=EVENINGS)
    reads = timedelta(minutes=3)
    for looks, begins in ((1, NINE), (0, datetime(2026, 3, 2, 17, tzinfo=UTC))):
        behaviour = Behaviour(assumed(looks_outside=looks), 1)
        mood = behaviour.mood(who, request())
        assert behaviour.reads_at(who, mood, NINE) == begins + reads


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        (datetime(2026, 3, 2, 7, tzinfo=UTC), datetime(2026, 3, 2, 8, tzinfo=UTC)),
        (datetime(2026, 3, 2, 8, tzinfo=UTC), datetime(2026, 3, 3, 8, tzinfo=UTC)),
        (datetime(2026, 3, 27, 12, tzinfo=UTC), datetime(2026, 3, 30, 7, tzinfo=UTC)),
    ],
    ids=["later today", "not the one that begins now", "after the clocks changed"],
)
def test_hours_begin_on_the_mentors_own_clock(now: datetime, begins: datetime) -> None:
    assert begins_at(mentor(hours=MORNINGS), now) == begins


def test_who_gave_no_hours_has_none_to_wait_for() -> None:
    assert begins_at(mentor(), NINE) == NINE
