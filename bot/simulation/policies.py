"""The ways of asking mentors that are compared.

The baselines enjoy our hard exclusions (nobody is asked who carries all that they can, or
sleeps): what is compared is whom to ask among those who may be, and when.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Protocol

from bot.domain.community import DEFAULT_WAVES
from bot.domain.ids import MentorId
from bot.domain.matching import (
    LAST_WAVE,
    Candidate,
    choose,
    choose_latecomers,
    latecomers_at,
    may_be_asked,
)
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency


class Policy(Protocol):
    """Whom to ask, and when."""

    @property
    def name(self) -> str: ...

    @property
    def by_name(self) -> bool:
        """Whether each mentor is asked in private, and not all of them at once in a room."""
        ...

    def instants(self, urgency: Urgency) -> Sequence[timedelta]:
        """Return when each wave comes, counted from publication."""
        ...

    def asks(
        self, request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
    ) -> Sequence[MentorId]:
        """Return whom to ask in ``wave`` (1 is the first)."""
        ...

    def asks_latecomers(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> Sequence[MentorId]:
        """Return whom to ask between the waves, once everybody was."""
        ...

    def latecomers_at(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> datetime | None:
        """Return when to ask latecomers next, if ever."""
        ...


def promised(urgency: Urgency) -> Sequence[timedelta]:
    """Return the instants of the table, counted from publication."""
    return [DEFAULT_WAVES[urgency].after(wave) for wave in range(1, LAST_WAVE + 1)]


class _NoLatecomers:
    """Whoever was not asked with the others never is."""

    def asks_latecomers(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> Sequence[MentorId]:
        return ()

    def latecomers_at(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> datetime | None:
        return None


class AskEveryone(_NoLatecomers):
    """Call the whole role, once."""

    name = "ask everyone"
    by_name = False

    def instants(self, urgency: Urgency) -> Sequence[timedelta]:
        return [timedelta()]

    def asks(
        self, request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
    ) -> Sequence[MentorId]:
        return [each.mentor.id for each in candidates if may_be_asked(request, each, now)]


class RandomThree(_NoLatecomers):
    """Call three by lot, and three more at each instant of the table."""

    name = "random three"
    by_name = True

    def __init__(self, seed: int) -> None:
        self._dice = Random(seed)  # noqa: S311 - no secret

    def instants(self, urgency: Urgency) -> Sequence[timedelta]:
        return promised(urgency)

    def asks(
        self, request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
    ) -> Sequence[MentorId]:
        allowed = [each.mentor.id for each in candidates if may_be_asked(request, each, now)]
        return self._dice.sample(allowed, min(3, len(allowed)))


class Ours:
    """What Entraide does: the best matches first, wider at each instant of the table."""

    name = "ours"
    by_name = True

    def instants(self, urgency: Urgency) -> Sequence[timedelta]:
        return promised(urgency)

    def asks(
        self, request: Request, candidates: Sequence[Candidate], wave: int, now: datetime
    ) -> Sequence[MentorId]:
        return [match.mentor for match in choose(request, candidates, wave, now)]

    def asks_latecomers(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> Sequence[MentorId]:
        return [match.mentor for match in choose_latecomers(request, candidates, now)]

    def latecomers_at(
        self, request: Request, candidates: Sequence[Candidate], now: datetime
    ) -> datetime | None:
        return latecomers_at(request, candidates, now)


# The first is what the others are compared with, the last is ours.
POLICIES: Sequence[Callable[[int], Policy]] = (
    lambda _: AskEveryone(),
    RandomThree,
    lambda _: Ours(),
)
