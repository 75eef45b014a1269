"""Timelines: moments that a rehearsal understands, in order, with real answers."""

import re
from collections.abc import Iterator

from knowledge.casebook.finding import Finding
from knowledge.casebook.lint.draft import CaseDraft, Drafts

_MOMENT = re.compile(r"T\+(?:0|(\d+)\s(min|h|j|sem|mois|ans))")
_MINUTES = {"min": 1, "h": 60, "j": 1440, "sem": 10080, "mois": 43830, "ans": 525960}
_BEFORE, _THEN, _END = "avant", "ensuite", "à la fin"
_ALLOWED = "T+0, T+15 min, T+3 h, T+2 j, T+2 sem, T+3 mois, T+1 ans, avant, ensuite, à la fin"


def timeline(draft: CaseDraft, drafts: Drafts) -> Iterator[Finding]:
    """Moments are readable, do not go back in time, and two of them have an answer."""
    steps = draft.case.timeline
    latest = float("-inf")
    for index, step in enumerate(steps):
        moment = minutes(step.at, latest)
        if moment is None:
            problem = f"the moment {step.at!r} is unknown"
            yield draft.finding(problem, f"Use one of: {_ALLOWED}.", ("timeline", index, "at"))
            continue
        if moment < latest:
            problem = f"{step.at!r} comes after a later moment"
            yield draft.finding(problem, "Put the steps in order.", ("timeline", index, "at"))
        latest = max(latest, moment)
        if step.at == _END and index < len(steps) - 2:
            problem = f"{_END!r} is far from the end"
            yield draft.finding(problem, "Move it down.", ("timeline", index, "at"))
    if sum(bool(step.response) for step in steps) < 2:
        remedy = "Say what was really done, at two steps at least."
        yield draft.finding("the timeline has too few answers", remedy, ("timeline",))


def minutes(at: str, latest: float) -> float | None:
    """Return a moment in minutes after T+0; undated ones are wherever the story has got to."""
    if at == _BEFORE:
        return -1
    if at in (_THEN, _END):
        return latest
    moment = _MOMENT.fullmatch(at)
    if moment is None:
        return None
    return int(moment[1]) * _MINUTES[moment[2]] if moment[1] else 0
