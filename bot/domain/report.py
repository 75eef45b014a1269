"""A conversation that one side asked the moderators to look at, until one of them did."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from bot.domain.errors import TooLate
from bot.domain.ids import MentorId, MessageId
from bot.domain.people import Party


class Outcome(StrEnum):
    """What became of a report."""

    OPEN = "open"
    HANDLED = "handled"
    DISMISSED = "dismissed"


@dataclass(frozen=True, slots=True)
class Report:
    """What one side reported, and what came of it.

    ``on`` is a day: an hour could tell who asked. ``joined`` are messages of the other side
    that moderators may read until they decided. ``word``: the moderators', to who reported.
    """

    by: Party
    on: date
    mentor: MentorId | None = None
    joined: tuple[MessageId, ...] = ()
    outcome: Outcome = Outcome.OPEN
    word: str = ""

    @property
    def is_open(self) -> bool:
        """Whether no moderator has looked at it yet."""
        return self.outcome is Outcome.OPEN


Reports = tuple[Report, ...]


def with_report(reports: Reports, report: Report) -> Reports:
    """Return them with a new one; while its side still waits, it only joins more messages."""
    waiting = _waiting(reports, report.by)
    if waiting is None:
        return (*reports, report)
    joined = tuple(dict.fromkeys((*waiting.joined, *report.joined)))
    return _replaced(reports, waiting, replace(waiting, joined=joined))


def with_outcome(reports: Reports, by: Party, outcome: Outcome, word: str) -> Reports:
    """Return them with one settled; what was joined to it is shown no more."""
    waiting = _waiting(reports, by)
    if waiting is None:
        raise TooLate("refusal-report-settled")
    settled = replace(waiting, outcome=outcome, word=word, joined=())
    return _replaced(reports, waiting, settled)


def _waiting(reports: Reports, by: Party) -> Report | None:
    """Return the report of a side that nobody looked at yet."""
    return next((each for each in reports if each.by is by and each.is_open), None)


def _replaced(reports: Reports, old: Report, new: Report) -> Reports:
    return tuple(new if each is old else each for each in reports)
