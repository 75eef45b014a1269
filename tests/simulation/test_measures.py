"""The figures: who waits for ever counts, and silence is what the table forbids."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from bot.domain.ids import MentorId
from bot.domain.vocabulary import Urgency
from bot.simulation.engine import Lived, Story
from bot.simulation.measures import Figures, Wait, goals, measure, was_silent
from tests.simulation.people import NINE, request

MINUTE = timedelta(minutes=1)


def story(
    waited: int | None, *, told: Sequence[int] = (0,), fits: bool = True, name: str = "r"
) -> Story:
    return Story(
        request(name),
        told=[NINE + minutes * MINUTE for minutes in told],
        fits=fits,
        claimed_at=None if waited is None else NINE + waited * MINUTE,
    )


def test_figures_of_four_requests() -> None:
    told = [0, 3, 8, 15]
    stories = [story(1), story(2), story(4, told=told, fits=False), story(None, told=told)]
    lived = Lived(stories, Counter({MentorId("a"): 6}), frozenset({MentorId("a")}))
    wait, nothing = Wait(2 * MINUTE, None), Wait(None, None)
    assert measure("ours", [lived], mentors=2, weeks=3) == Figures(
        "ours",
        requests=4,
        wait=wait,
        waits={Urgency.NOW: wait, Urgency.TODAY: nothing, Urgency.WEEK: nothing},
        notices=1.0,
        fitting=2 / 3,
        unclaimed=1,
        over_cap=1,
        silent=0,
    )


def test_silence_is_an_instant_of_the_table_without_a_word() -> None:
    assert not was_silent(story(2))
    assert was_silent(story(4))
    assert not was_silent(story(4, told=[0, 3]))
    assert was_silent(story(None, told=[0, 3, 8]))
    assert not was_silent(story(None, told=[0, 3, 8, 15]))


def figures(median: int | None, notices: float, fitting: float, faults: int) -> Figures:
    wait = Wait(None if median is None else median * MINUTE, None)
    return Figures("", 9, wait, {}, notices, fitting, 0, faults, faults)


def test_goals_are_met_up_to_their_limits() -> None:
    everyone = figures(10, 100, 0.5, 0)
    met = [goal.met for goal in goals(figures(11, 25, 0.9, 0), everyone)]
    missed = [goal.met for goal in goals(figures(12, 26, 0.89, 1), everyone)]
    assert (met, missed) == ([True] * 5, [False] * 5)


def test_who_is_never_claimed_meets_no_goal_of_speed() -> None:
    assert not goals(figures(None, 1, 1, 0), figures(10, 100, 1, 0))[0].met
