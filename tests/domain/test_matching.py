"""Whom to ask first, and who must never be asked."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.matching import (
    EVERY,
    Candidate,
    choose,
    choose_latecomers,
    is_within_hours,
    latecomers_at,
)
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


def chosen(
    candidates: list[Candidate], wave: int = 3, wave_before: int = 0, **changes: Any
) -> list[str]:
    asking = request(wave=wave_before, **changes)
    return [match.mentor for match in choose(asking, candidates, wave, NOW)]


def test_knowing_the_topic_comes_first() -> None:
    candidates = [
        Candidate(mentor("anne")),
        Candidate(mentor("zoe", categories=(Category.BAD_BUZZ,))),
    ]
    assert chosen(candidates) == ["zoe", "anne"]


def test_load_and_recent_notices_spare_the_tired() -> None:
    candidates = [Candidate(mentor("anne"), held=1), Candidate(mentor("bea"), notices=1)]
    assert chosen([*candidates, Candidate(mentor("cleo"))]) == ["cleo", "bea", "anne"]


def test_busy_week_makes_no_stranger_of_who_speaks_the_language() -> None:
    tired = Candidate(mentor("zoe", categories=(Category.BAD_BUZZ,)), notices=40)
    assert chosen([Candidate(mentor("anne", languages=("en",))), tired]) == ["zoe", "anne"]


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
    changes: dict[str, Any] = {
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


def test_a_conflict_is_seen_in_names_that_the_public_text_hides() -> None:
    rival = Candidate(mentor("rival", conflicts=("Boulangerie Zed",)))
    assert chosen([rival], hidden_names=("boulangerie zed",)) == []
    assert chosen([rival], hidden_names=("Zed",)) == ["rival"]


def test_words_are_compared_whole() -> None:
    fashion = Candidate(mentor("anne", sectors=("mode",)))
    assert chosen([fashion], excluded="la modération") == ["anne"]
    assert chosen([fashion], excluded="tout la Mode, surtout") == []


@pytest.mark.parametrize(
    "profile", [{"conflicts": ("Agence Truc",)}, {"experience": "Dix ans à l’agence truc."}]
)
def test_whoever_the_requester_excludes_is_not_asked(profile: dict[str, Any]) -> None:
    assert chosen([Candidate(mentor("anne", **profile))], excluded="agence Truc; la mairie") == []


def test_a_blocked_mentor_is_never_asked() -> None:
    assert chosen([Candidate(mentor("anne"), blocked=True)]) == []


def test_oneself_is_oneself_in_every_space_of_a_platform() -> None:
    here = mentor("anne")
    here.addresses = (Address("web", "elsewhere", "camille"),)
    assert chosen([Candidate(here)]) == []


def test_what_was_resolved_before_counts_and_is_said() -> None:
    candidates = [Candidate(mentor("anne")), Candidate(mentor("zoe"), past=0.8)]
    found = choose(request(), candidates, 3, NOW)
    assert [(match.mentor, "past" in match.reasons) for match in found] == [
        ("zoe", True),
        ("anne", False),
    ]


def test_a_wave_makes_up_for_those_that_were_missed() -> None:
    crowd = [Candidate(mentor(f"m{n}")) for n in range(20)]
    assert len(chosen(crowd, wave=2, wave_before=0)) == 9
    assert len(chosen(crowd, wave=2, wave_before=1)) == 6
    assert len(chosen(crowd, wave=4, wave_before=1)) == 20


EVENING = datetime(2026, 3, 2, 17, 30, tzinfo=UTC)  # 18:30 in Paris
AFTER_WORK: dict[str, Any] = {"hours": (Slot(0, time(18), time(22)),)}


def latecomers(candidates: list[Candidate], now: datetime, **changes: Any) -> list[str]:
    return [
        match.mentor for match in choose_latecomers(request(wave=3, **changes), candidates, now)
    ]


def test_first_waves_ask_the_best_at_any_hour_and_later_ones_who_is_there() -> None:
    away = Candidate(mentor("zoe", categories=(Category.BAD_BUZZ,), **AFTER_WORK))
    candidates = [away, Candidate(mentor("anne"))]
    assert chosen(candidates, wave=1) == ["zoe", "anne"]
    assert chosen(candidates, wave=3) == chosen(candidates, wave=4) == ["anne"]


def test_latecomers_are_asked_the_best_few_at_a_time_once_they_are_there() -> None:
    crowd = [Candidate(mentor(f"m{n}", **AFTER_WORK)) for n in range(4)]
    knowing = Candidate(mentor("zoe", categories=(Category.BAD_BUZZ,), **AFTER_WORK))
    assert latecomers([*crowd, knowing], NOW) == []
    assert latecomers([*crowd, knowing], EVENING) == ["zoe", "m0", "m1"]
    asked = (MentorId("zoe"), MentorId("m0"), MentorId("m1"))
    assert latecomers([*crowd, knowing], EVENING, asked=asked) == ["m2", "m3"]


def test_latecomers_are_awaited_until_their_hours_begin_then_soon_again() -> None:
    candidates = [Candidate(mentor("anne", **AFTER_WORK)), Candidate(mentor("bea"))]
    bea = (MentorId("bea"),)
    begins_at = datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert latecomers_at(request(wave=3, asked=bea), candidates, NOW) == begins_at
    assert latecomers_at(request(wave=3, asked=bea), candidates, EVENING) == EVENING + EVERY
    everybody = (*bea, MentorId("anne"))
    assert latecomers_at(request(wave=3, asked=everybody), candidates, EVENING) is None


def test_latecomers_hours_begin_on_their_own_clock_across_daylight_saving() -> None:
    anne = [Candidate(mentor("anne", **AFTER_WORK))]
    winter, summer = datetime(2026, 3, 24, tzinfo=UTC), datetime(2026, 3, 30, 16, tzinfo=UTC)
    assert latecomers_at(request(wave=3), anne, winter) == summer
