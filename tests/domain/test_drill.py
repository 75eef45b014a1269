"""A rehearsal: where a story stops, who may lead, and nothing counted twice."""

from dataclasses import replace

import pytest

from bot.domain import events as e
from bot.domain.casebook import CaseSheet, Moment
from bot.domain.drill import Compared, Drill, Said, Scene, compare, scenes_of
from bot.domain.errors import NotAllowed, TooLate
from bot.domain.ids import CaseId, CommunityId, DrillId
from bot.domain.people import Address
from bot.domain.vocabulary import Category

HERE, ID = CommunityId("here"), DrillId("drill")
LEA, MAX = Address("web", "sandbox", "lea"), Address("web", "sandbox", "max")


def a_drill(*, team: bool = False) -> Drill:
    return Drill(ID, HERE, LEA, "fr", CaseId("case"), length=2, is_team=team)


def a_case(*timeline: Moment) -> CaseSheet:
    return CaseSheet(
        id=CaseId("case"),
        title="La blague",
        category=Category("boulette"),
        outcome="mixed",
        sector="",
        country="",
        date="",
        platforms=(),
        trigger="Une blague part du mauvais compte.",
        escalation="",
        response=("On retire.", "On s’excuse."),
        ending="Ça passe.",
        lessons=(),
        timeline=timeline,
    )


def test_story_stops_where_something_was_done() -> None:
    first, second = Moment("T+0", "une blague part"), Moment("T+1 h", "on rit", "on retire")
    third, last = Moment("T+2 h", "on se fâche", "on s’excuse"), Moment("ensuite", "ça passe")
    assert scenes_of(a_case(first, second, third, last)) == (
        Scene((first, second), "on retire"),
        Scene((third,), "on s’excuse"),
    )


def test_case_that_was_told_without_its_hours_is_one_scene() -> None:
    assert scenes_of(a_case()) == (
        Scene((Moment("T+0", "Une blague part du mauvais compte."),), "On retire.\nOn s’excuse."),
    )


def test_case_in_which_nothing_was_done_is_not_played() -> None:
    assert scenes_of(replace(a_case(), response=())) == ()
    assert scenes_of(a_case(Moment("T+0", "une blague part"))) == ()


def test_points_are_sorted_by_their_echo() -> None:
    sorted_out = compare(("prévenir", "dormir"), ("j’appelle", ""))
    assert sorted_out == Compared((("prévenir", "j’appelle"),), ("dormir",))


def test_alone_the_answer_shows_what_was_done_and_the_story_goes_on() -> None:
    drill = a_drill()
    drill.answer(LEA, Said(0, "je retire", "a"))
    assert (drill.scene, drill.is_shown, drill.said(0)) == (0, True, ("je retire",))
    drill.go_on(LEA, 0)
    drill.go_on(LEA, 0)  # pressed twice
    assert (drill.scene, drill.is_shown, drill.has_ended) == (1, False, False)
    drill.answer(LEA, Said(1, "je m’excuse", "b"))
    drill.go_on(LEA, 1)
    assert drill.has_ended
    assert drill.events == []


def test_answer_that_is_sent_twice_counts_once() -> None:
    drill = a_drill(team=True)
    for _ in range(2):
        drill.answer(MAX, Said(0, "je retire", "a"))
    assert drill.said(0) == ("je retire",)


@pytest.mark.parametrize("said", [Said(1, "trop tôt", "b"), Said(-1, "nulle part", "c")])
def test_answer_to_another_moment_is_told_that_the_story_moved_on(said: Said) -> None:
    with pytest.raises(TooLate, match="refusal-drill-moved-on"):
        a_drill().answer(LEA, said)


def test_nothing_is_answered_once_it_is_shown() -> None:
    drill = a_drill(team=True)
    drill.show(LEA, 0)
    with pytest.raises(TooLate):
        drill.answer(MAX, Said(0, "trop tard", "a"))


def test_everybody_answers_in_a_team_and_one_leads() -> None:
    drill = a_drill(team=True)
    drill.begin()
    drill.answer(MAX, Said(0, "je retire", "a"))
    for act in (drill.show, drill.go_on):
        with pytest.raises(NotAllowed):
            act(MAX, 0)
    drill.show(LEA, 0)
    drill.go_on(LEA, 0)
    assert drill.events == [e.DrillMoved(HERE, ID, scene) for scene in (0, 0, 0, 1)]


def test_nobody_answers_in_the_place_of_whoever_plays_alone() -> None:
    with pytest.raises(NotAllowed):
        a_drill().answer(MAX, Said(0, "je retire", "a"))
