"""Whom to ask first, and who must never be asked."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.matching import Candidate, choose, is_within_hours
from bot.domain.mentor import Mentor, Profile, Slot, Standing
from bot.domain.people import Address
from bot.domain.request import Request
from bot.domain.vocabulary import Category

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)  # a Monday, 10:00 in Paris
ASKER = Address("web", "s", "camille")


def request(**changes: Any) -> Request:
    made = Request(
        RequestId("r"), CommunityId("c"), ASKER, "fr", date(2026, 3, 2), text="un bad buzz"
    )
    made.category = Category.BAD_BUZZ
    for name, value in changes.items():
        setattr(made, name, value)
    return made


def mentor(
    name: str, *, user: str = "", standing: Standing = Standing.APPROVED, **profile: Any
) -> Mentor:
    address = Address("web", "s", user or name)
    return Mentor(
        MentorId(name), CommunityId("c"), (address,), "fr", Profile(name, **profile), standing
    )


def chosen(candidates: list[Candidate], wave: int = 3, **changes: Any) -> list[str]:
    return [match.mentor for match in choose(request(**changes), candidates, wave, NOW)]


def test_knowing_the_topic_comes_first() -> None:
    candidates = [
        Candidate(mentor("anne")),
        Candidate(mentor("zoe", categories=(Category.BAD_BUZZ,))),
    ]
    assert chosen(candidates) == ["zoe", "anne"]


def test_load_and_recent_notices_spare_the_tired() -> None:
    candidates = [Candidate(mentor("anne"), held=1), Candidate(mentor("bea"), notices=1)]
    assert chosen([*candidates, Candidate(mentor("cleo"))]) == ["cleo", "bea", "anne"]


def test_first_wave_asks_three() -> None:
    assert len(chosen([Candidate(mentor(f"m{n}")) for n in range(9)], wave=1)) == 3


@pytest.mark.parametrize(
    "candidate",
    [
        Candidate(mentor("self", user="camille")),
        Candidate(mentor("full", capacity=1), held=1),
        Candidate(mentor("new", standing=Standing.APPLIED)),
        Candidate(mentor("conflict", conflicts=("bad buzz",))),
        Candidate(mentor("rival", sectors=("Mode",))),
        Candidate(mentor("avoided")),
        Candidate(mentor("asked")),
    ],
    ids=lambda candidate: str(candidate.mentor.id),
)
def test_some_are_never_asked(candidate: Candidate) -> None:
    changes = {
        "excluded": "toute la mode",
        "avoided": (MentorId("avoided"),),
        "asked": (MentorId("asked"),),
    }
    assert chosen([candidate], **changes) == []


def test_a_pause_ends_by_itself() -> None:
    resting = mentor("anne")
    resting.pause(NOW + timedelta(hours=1))
    assert chosen([Candidate(resting)]) == []
    resting.pause(NOW)
    assert chosen([Candidate(resting)]) == ["anne"]


def test_hours_are_read_in_the_mentors_time_zone_across_daylight_saving() -> None:
    slots = (Slot(0, time(9), time(10)),)
    paris = mentor("anne", hours=slots)
    winter, summer = (
        datetime(2026, 3, 23, 8, 30, tzinfo=UTC),
        datetime(2026, 3, 30, 7, 30, tzinfo=UTC),
    )
    assert is_within_hours(paris, winter)
    assert is_within_hours(paris, summer)
    assert not is_within_hours(paris, summer + timedelta(hours=1))


def test_the_same_facts_give_the_same_order() -> None:
    candidates = [Candidate(mentor(name)) for name in ("bea", "anne", "cleo")]
    assert chosen(candidates) == chosen(list(reversed(candidates))) == ["anne", "bea", "cleo"]
