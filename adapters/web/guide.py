"""The guided path: seven steps through a whole story, ticked off as they happen."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.domain.people import Party

STEPS = ("ask", "claim", "talk", "close", "tell", "review", "find")

_STEP_OF_ACT = {
    "request.publish": "ask",
    "request.claim": "claim",
    "request.accept": "claim",
    "request.close.yes": "close",
    "draft.agree": "tell",
    "review.publish": "review",
    "case.find": "find",
    "case.search": "find",
}


@dataclass(frozen=True, slots=True)
class Step:
    """One step, as the page shows it."""

    name: str
    state: Literal["done", "current", "ahead"]


def noted(act: str) -> str | None:
    """Return what an act that succeeded means for the path."""
    return _STEP_OF_ACT.get(act)


def word_of(side: Party) -> str:
    """Return the note that one side has written; a talk takes both."""
    return f"word-{side.value}"


def path(notes: Collection[str]) -> Sequence[Step]:
    """Return the steps; what lies before a step that was taken is behind us too."""
    taken = [name for name in STEPS if _is_taken(name, notes)]
    reached = STEPS.index(taken[-1]) + 1 if taken else 0
    return [Step(name, _state(number, reached)) for number, name in enumerate(STEPS)]


def _is_taken(name: str, notes: Collection[str]) -> bool:
    if name == "talk":
        return all(word_of(side) in notes for side in Party)
    if name == "find" and "review" not in notes:
        return False  # searching is possible from the start; finding the new case is not
    return name in notes


def _state(number: int, reached: int) -> Literal["done", "current", "ahead"]:
    if number < reached:
        return "done"
    return "current" if number == reached else "ahead"
