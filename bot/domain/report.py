"""A conversation that one side asked the moderators to look at, until one of them did."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from bot.domain.ids import MentorId
from bot.domain.people import Party


class Outcome(StrEnum):
    """What became of a report."""

    OPEN = "open"
    HANDLED = "handled"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Report:
    """``on`` is a day: an hour could tell who asked. ``word``: the moderators', to who reported."""

    by: Party
    on: date
    mentor: MentorId | None = None
    outcome: Outcome = Outcome.OPEN
    word: str = ""
