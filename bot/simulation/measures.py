"""What a way of asking is worth, in numbers, and what we want of ours."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from bot.domain.vocabulary import Urgency
from bot.simulation.engine import Lived, Story
from bot.simulation.policies import promised

SLOWER, QUIETER, FITTING = 1.1, 0.25, 0.9  # what we want, against asking everyone


@dataclass(frozen=True, slots=True)
class Wait:
    """Times to claim over all requests; ``None`` where so many were never claimed."""

    median: timedelta | None
    p90: timedelta | None


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one policy, over all seeds.

    ``notices`` are per mentor and week; ``fitting`` is the share of claims whose claimer knows
    the topic and speaks the language; ``silent`` are requests whose requester heard nothing at
    an instant of the table.
    """

    policy: str
    requests: int
    wait: Wait
    waits: Mapping[Urgency, Wait]
    notices: float
    fitting: float
    unclaimed: int
    over_cap: int
    silent: int


@dataclass(frozen=True, slots=True)
class Goal:
    """Something that we want of our policy, and what it is."""

    wanted: str
    found: str
    met: bool


def measure(policy: str, lives: Sequence[Lived], *, mentors: int, weeks: int) -> Figures:
    """Return the figures of a policy over what was lived with each seed."""
    stories = [story for lived in lives for story in lived.stories]
    claimed = [story for story in stories if story.claimed_at]
    notices = sum(lived.notices.total() for lived in lives)
    return Figures(
        policy,
        requests=len(stories),
        wait=_wait(stories),
        waits={u: _wait(s for s in stories if s.request.urgency is u) for u in Urgency},
        notices=notices / (len(lives) * mentors * weeks),
        fitting=sum(story.fits for story in claimed) / len(claimed) if claimed else 0.0,
        unclaimed=len(stories) - len(claimed),
        over_cap=sum(len(lived.over_cap) for lived in lives),
        silent=sum(map(was_silent, stories)),
    )


def was_silent(story: Story) -> bool:
    """Say whether an instant of the table passed, nobody having claimed, without a word."""
    table = [story.began_at + after for after in promised(story.request.urgency)]
    ended_at = story.claimed_at or datetime.max.replace(tzinfo=UTC)
    return any(
        due_at < ended_at and not any(earlier < told <= due_at for told in story.told)
        for earlier, due_at in pairwise(table)
    )


def goals(ours: Figures, everyone: Figures) -> Sequence[Goal]:
    """Return what we want of our policy, compared with asking everyone."""
    slower = _ratio(_seconds(ours.wait.median), _seconds(everyone.wait.median))
    quieter = _ratio(ours.notices, everyone.notices)
    return (
        Goal(f"median time to claim ≤ {SLOWER} × everyone", f"{slower:.2f} ×", slower <= SLOWER),
        Goal(f"notices ≤ {QUIETER:.0%} of everyone", f"{quieter:.0%}", quieter <= QUIETER),
        Goal(f"claimer fits ≥ {FITTING:.0%}", f"{ours.fitting:.1%}", ours.fitting >= FITTING),
        Goal("no mentor above cap", str(ours.over_cap), ours.over_cap == 0),
        Goal("no request silent beyond its table", str(ours.silent), ours.silent == 0),
    )


def _wait(stories: Iterable[Story]) -> Wait:
    times = sorted(story.waited for story in stories)
    return Wait(_rank(times, 0.5), _rank(times, 0.9))


def _rank(times: Sequence[timedelta], share: float) -> timedelta | None:
    """Return the time within which that share of requests was claimed, by nearest rank."""
    found = times[math.ceil(share * len(times)) - 1] if times else timedelta.max
    return None if found == timedelta.max else found


def _seconds(time: timedelta | None) -> float:
    return math.inf if time is None else time.total_seconds()


def _ratio(ours: float, theirs: float) -> float:
    return ours / theirs if theirs and math.isfinite(ours) else math.inf
