"""The moderators' desk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.domain import queue
from bot.domain.case_draft import CaseDraft
from bot.domain.mentor import Mentor, Standing
from bot.domain.request import Request
from bot.ui.screen import Button, Card, Choice, Facts, Option, Style, Table
from bot.ui.words import state_name, urgency_name
from bot.wording import Wording

_DOORS = {
    "review.queue": "button-review",
    "moderation.reports": "button-reports",
    "moderation.blocks": "button-blocks",
    "moderation.weeks": "button-weeks",
    "moderation.trail": "button-trail",
    "partner.home": "button-partners",
    "space.home": "button-spaces",
    "setup.home": "button-setup",
}


@dataclass(frozen=True, slots=True)
class Desk:
    """What is on it; ``reports``: how many wait."""

    mentors: Sequence[Mentor]
    live: Sequence[Request]
    drafts: Sequence[CaseDraft]
    reports: int


def desk(say: Wording, todo: Desk, now: datetime) -> Card:
    """Return what waits for a moderator and how the community stands."""
    applied = [mentor for mentor in todo.mentors if mentor.standing is Standing.APPLIED]
    approved = sum(mentor.standing is Standing.APPROVED for mentor in todo.mentors)
    waiting, first = queue.waiting(todo.live), queue.oldest(todo.live)
    rows = (
        (say("desk-open"), str(len(waiting))),
        *(((say("desk-oldest"), _since(say, first, now)),) if first else ()),
        (say("desk-reports"), str(todo.reports)),
        (say("desk-drafts"), str(len(todo.drafts))),
        (say("desk-applications"), str(len(applied))),
        (say("desk-claimed"), str(len(todo.live) - len(waiting))),
        (say("desk-mentors"), str(approved)),
    )
    blocks = (Facts(rows), *((_waiting_table(say, waiting),) if waiting else ()))
    return Card(say("desk-title"), blocks, (*_first(say, first), *_controls(say, applied)))


def _since(say: Wording, request: Request, now: datetime) -> str:
    since = request.published_at or now
    return say("desk-oldest-shown", name=request.code_name, ago=say.ago(now - since))


def _first(say: Wording, request: Request | None) -> tuple[Button, ...]:
    if request is None:
        return ()
    label = say("button-look-at", name=request.code_name)
    return (Button(label, "moderation.look", request.id, style=Style.PRIMARY),)


def _controls(say: Wording, applied: Sequence[Mentor]) -> tuple[Button | Choice, ...]:
    buttons = tuple(Button(say(label), act) for act, label in _DOORS.items())
    if not applied:
        return buttons
    options = tuple(Option(mentor.id, mentor.name) for mentor in applied)
    return (*buttons, Choice(say("desk-choose-application"), "mentor.review", "", options))


def _waiting_table(say: Wording, waiting: Sequence[Request]) -> Table:
    header = (say("label-request"), say("label-urgency"), say("label-state"))
    rows = [(r.code_name, urgency_name(say, r.urgency), state_name(say, r.state)) for r in waiting]
    return Table(header, tuple(rows))
