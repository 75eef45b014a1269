"""Puts every policy through the same weeks, seed after seed."""

from collections.abc import Callable, Sequence
from random import Random

from bot.simulation.behaviour import Behaviour
from bot.simulation.engine import Lived, Simulation
from bot.simulation.measures import Figures, measure
from bot.simulation.parameters import Parameters
from bot.simulation.policies import POLICIES, Policy
from bot.simulation.population import invent_mentors, invent_requests


def compare(
    parameters: Parameters,
    *,
    mentors: int,
    weekly: int,
    weeks: int,
    seeds: int,
    policies: Sequence[Callable[[int], Policy]] = POLICIES,
    advance: Callable[[int, int | None], None] = lambda _done, _total: None,
) -> Sequence[Figures]:
    """Return the figures of each policy; ``advance`` hears how many lives of how many are over."""
    lives: dict[str, list[Lived]] = {}
    total = seeds * len(policies)
    for number in range(total):
        seed, made = divmod(number, len(policies))
        policy = policies[made](seed)
        lived = live(policy, parameters, mentors=mentors, weekly=weekly, weeks=weeks, seed=seed)
        lives.setdefault(policy.name, []).append(lived)
        advance(number + 1, total)
    return [measure(name, each, mentors=mentors, weeks=weeks) for name, each in lives.items()]


def live(
    policy: Policy, parameters: Parameters, *, mentors: int, weekly: int, weeks: int, seed: int
) -> Lived:
    """Let the community of a seed ask in one way; the same people whatever the policy."""
    dice = Random(seed)  # noqa: S311 - no secret
    people = invent_mentors(mentors, parameters.mentors, parameters.requests, dice)
    requests = invent_requests(weekly, weeks, parameters.requests, dice)
    behaviour = Behaviour(parameters, seed)
    return Simulation(mentors=people, requests=requests, policy=policy, behaviour=behaviour).run()
