"""Invented people: as many as were asked for, as the parameters say, the same for a seed."""

from datetime import UTC, datetime, timedelta
from random import Random

from bot.domain.policy import State
from bot.simulation.parameters import read_parameters
from bot.simulation.population import invent_mentors, invent_requests

ASSUMED = read_parameters()
MONDAY = datetime(2026, 3, 1, 23, tzinfo=UTC)  # midnight in Paris


def test_mentors_are_as_the_parameters_say() -> None:
    mentors = invent_mentors(200, ASSUMED.mentors, ASSUMED.requests, Random(1))
    assert len({mentor.id for mentor in mentors}) == 200
    assert {len(mentor.profile.categories) for mentor in mentors} == {3, 4, 5, 6}
    assert {mentor.profile.capacity for mentor in mentors} == {1, 2, 3}
    assert all(mentor.profile.hours for mentor in mentors)
    assert {m.profile.languages for m in mentors} == {("fr",), ("fr", "en"), ("en",)}


def test_requests_come_in_order_as_many_each_week() -> None:
    requests = invent_requests(50, 3, ASSUMED.requests, Random(1))
    instants = [request.published_at or MONDAY for request in requests]
    assert instants == sorted(instants)
    weeks = [(at - MONDAY) // timedelta(weeks=1) for at in instants]
    assert [weeks.count(week) for week in range(3)] == [50, 50, 50]
    assert {request.state for request in requests} == {State.OPEN}


def test_same_seed_invents_the_same_people() -> None:
    def people(seed: int) -> object:
        dice = Random(seed)
        mentors = invent_mentors(9, ASSUMED.mentors, ASSUMED.requests, dice)
        return mentors, invent_requests(9, 1, ASSUMED.requests, dice)

    assert people(1) == people(1)
    assert people(1) != people(2)
