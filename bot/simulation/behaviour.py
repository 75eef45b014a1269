"""How people behave: when a mentor looks at a notice, whether they say yes, how long it takes.

The dice of a mentor before a request depend on the seed and on both of them alone: the same
person has the same mood towards the same request whichever way they are asked, so that
policies are compared on what they do and not on luck.
"""

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from random import Random

from bot.domain.mentor import Mentor
from bot.domain.request import Request
from bot.simulation.parameters import Parameters
from bot.simulation.population import knows, speaks


class Heard(Enum):
    """How a mentor came to know of a request."""

    BY_NAME = auto()  # a notice of their own
    CALL = auto()  # everybody was called at once
    CARD = auto()  # nobody asked them: they saw it in the channel


@dataclass(frozen=True, slots=True)
class Mood:
    """What the dice say of one mentor and one request; ``reluctance`` is 0 to 1.

    ``passes_by_after`` is how long after a publication they come by the channel, unasked.
    """

    reads_after: timedelta
    looks_outside: bool
    looks_round: bool
    reluctance: float
    talks_for: timedelta
    passes_by_after: timedelta


@dataclass(frozen=True, slots=True)
class Behaviour:
    """What people do, as the parameters assume."""

    parameters: Parameters
    seed: int

    def mood(self, mentor: Mentor, request: Request, at: datetime | None = None) -> Mood:
        """Throw the dice of a mentor before a request: for its notice, or for a look ``at``."""
        dice = Random(f"{self.seed} {mentor.id} {request.id} {at}")  # noqa: S311 - no secret
        reading, talking = self.parameters.reading, self.parameters.conversations
        return Mood(
            timedelta(minutes=_lognormal(reading.median_minutes, reading.spread, dice)),
            dice.random() < reading.looks_outside,
            dice.random() < reading.looks_round,
            dice.random(),
            timedelta(hours=_lognormal(talking.median_hours, talking.spread, dice)),
            timedelta(minutes=dice.expovariate(1 / reading.passes_by_minutes)),
        )

    def reads_at(self, mentor: Mentor, mood: Mood, told_at: datetime) -> datetime:
        """Return when a notice is read: soon, or once the mentor's hours begin."""
        if mood.looks_outside or mentor.is_within_hours(told_at):
            return told_at + mood.reads_after
        return begins_at(mentor, told_at) + mood.reads_after

    def accepts(
        self,
        mentor: Mentor,
        request: Request,
        mood: Mood,
        now: datetime,
        *,
        notices: int,
        heard: Heard = Heard.BY_NAME,
    ) -> bool:
        """Say whether a mentor who reads of a request says yes, tired by that many notices."""
        assumed = self.parameters.accepting
        likely = assumed.willing / (1 + notices / assumed.halved_by)
        likely *= {Heard.BY_NAME: 1, Heard.CALL: assumed.called, Heard.CARD: assumed.unasked}[heard]
        likely *= 1 if knows(mentor, request) else assumed.other_topic
        likely *= 1 if speaks(mentor, request) else assumed.other_language
        likely *= 1 if mentor.is_within_hours(now) else assumed.outside_hours
        return mood.reluctance < likely


def begins_at(mentor: Mentor, now: datetime) -> datetime:
    """Return when the mentor's hours begin next; at once for who gave none."""
    return mentor.hours_begin_at(now) or now


def _lognormal(middle: float, spread: float, dice: Random) -> float:
    return dice.lognormvariate(math.log(middle), spread)
