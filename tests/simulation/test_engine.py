"""The weeks as they are lived: waves at their instants, caps kept, the same for a seed."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

import pytest

from bot.domain.ids import MentorId
from bot.domain.matching import Candidate
from bot.domain.mentor import Mentor, Slot
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency
from bot.simulation.behaviour import Behaviour
from bot.simulation.compare import live
from bot.simulation.engine import Lived, Simulation
from bot.simulation.parameters import Parameters, read_parameters
from bot.simulation.policies import AskEveryone, Ours, Policy, RandomThree
from tests.simulation.people import NINE, assumed, mentor, request

LATER = (Slot(0, time(18), time(22)),)
POLICIES: Sequence[Policy] = (AskEveryone(), RandomThree(1), Ours())


class AskNobody(AskEveryone):
    """Leave it to the mentors to come."""

    name = "ask nobody"

    def asks(
        self, request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
    ) -> Sequence[MentorId]:
        return []


def lived(
    policy: Policy, mentors: Sequence[Mentor], requests: Sequence[Request], parameters: Parameters
) -> Lived:
    behaviour = Behaviour(parameters, 1)
    return Simulation(mentors=mentors, requests=requests, policy=policy, behaviour=behaviour).run()


@pytest.mark.parametrize(
    ("urgency", "minutes"),
    [
        (Urgency.NOW, [0, 3, 8, 15]),
        (Urgency.TODAY, [0, 30, 2 * 60, 6 * 60]),
        (Urgency.WEEK, [0, 12 * 60, 24 * 60, 48 * 60]),
    ],
)
def test_waves_come_at_the_instants_of_the_table(urgency: Urgency, minutes: list[int]) -> None:
    done = lived(Ours(), [mentor()], [request(urgency=urgency)], assumed(willing=0))
    (story,) = done.stories
    told = [(at - NINE) / timedelta(minutes=1) for at in story.told]
    assert told == [0, *minutes]  # the publication, then each wave
    assert story.request.state is State.EXPIRED


def test_first_wave_leaves_most_in_peace() -> None:
    crowd = [mentor(f"m{number:02}") for number in range(20)]
    done = lived(Ours(), crowd, [request()], assumed(median_minutes=1))
    assert done.notices == {"m00": 1, "m01": 1, "m02": 1}
    assert done.stories[0].waited == timedelta(minutes=1)


def test_later_waves_ask_those_who_were_not() -> None:
    crowd = [mentor(f"m{number:02}") for number in range(20)]
    done = lived(Ours(), crowd, [request()], assumed(willing=0))
    assert set(done.notices.values()) == {1}
    assert len(done.notices) == 20


def test_who_was_away_when_everybody_was_asked_is_asked_when_their_hours_begin() -> None:
    crowd = [mentor(f"m{number:02}", hours=LATER) for number in range(14)]
    done = lived(Ours(), crowd, [request()], assumed(median_minutes=1, looks_outside=0))
    (story,) = done.stories
    told = [(at - NINE) / timedelta(minutes=1) for at in story.told]
    assert (told, story.waited) == ([0, 0, 3, 8, 15], timedelta(hours=9, minutes=1))
    assert len(done.notices) == 12  # three, six, and at 18 h three more


def test_who_comes_by_the_channel_may_take_what_nobody_asked_them_to() -> None:
    (story,) = lived(
        AskNobody(), [mentor()], [request()], assumed(passes_by_minutes=60, unasked=1)
    ).stories
    assert story.claimed_at is not None
    away = [mentor(hours=LATER)]
    (alone,) = lived(
        AskNobody(), away, [request()], assumed(passes_by_minutes=60, unasked=1)
    ).stories
    assert alone.claimed_at is None


def test_nobody_asked_nobody_comes() -> None:
    (story,) = lived(AskNobody(), [mentor()], [request()], assumed()).stories
    assert story.claimed_at is None
    assert story.request.state is State.EXPIRED


def test_who_looks_round_finds_what_waits() -> None:
    who = mentor(hours=LATER)
    (story,) = lived(AskNobody(), [who], [request()], assumed(looks_round=1)).stories
    assert story.waited == timedelta(hours=9)  # from 9 h to 18 h


def test_full_mentors_are_neither_asked_nor_late_takers() -> None:
    requests = [request(f"r{number}") for number in range(3)]
    done = lived(AskEveryone(), [mentor(capacity=2)], requests, assumed())
    assert [story.claimed_at is not None for story in done.stories] == [True, True, False]
    assert done.over_cap == frozenset()


@pytest.mark.parametrize("policy", POLICIES, ids=lambda policy: str(policy.name))
def test_nobody_ever_holds_more_than_they_can(policy: Policy) -> None:
    done = live(policy, read_parameters(), mentors=5, weekly=100, weeks=1, seed=3)
    claims = [
        (story.claimed_at, story.request.closed_at, story.request.mentor)
        for story in done.stories
        if story.claimed_at and story.request.closed_at
    ]
    assert len(claims) > 20
    at_once = [
        sum(who == other and since <= at < until for since, until, other in claims)
        for at, _, who in claims
    ]
    assert max(at_once) in (2, 3)  # the most that anybody's profile allows is three
    assert done.over_cap == frozenset()


@pytest.mark.parametrize("policy", [RandomThree, lambda _: Ours()], ids=["random", "ours"])
def test_same_seed_lives_the_same_weeks(policy: type[RandomThree]) -> None:
    def lives(seed: int) -> Lived:
        return live(policy(seed), read_parameters(), mentors=8, weekly=30, weeks=1, seed=seed)

    assert lives(1) == lives(1)
    assert lives(1) != lives(2)
