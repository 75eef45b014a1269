"""The moderators' desk."""

from collections.abc import Sequence

from bot.domain.case_draft import CaseDraft
from bot.domain.mentor import Mentor, Standing
from bot.domain.policy import State
from bot.domain.request import Request
from bot.ui.screen import Button, Card, Choice, Facts, Option, Table
from bot.ui.words import state_name, urgency_name
from bot.wording import Wording


def desk(
    say: Wording,
    mentors: Sequence[Mentor],
    live: Sequence[Request],
    drafts: Sequence[CaseDraft],
) -> Card:
    """Return what waits for a moderator and how the community stands."""
    applied = [mentor for mentor in mentors if mentor.standing is Standing.APPLIED]
    approved = sum(mentor.standing is Standing.APPROVED for mentor in mentors)
    waiting = [request for request in live if request.state is State.OPEN]
    rows = (
        (say("desk-open"), str(len(waiting))),
        (say("desk-claimed"), str(len(live) - len(waiting))),
        (say("desk-mentors"), str(approved)),
        (say("desk-applications"), str(len(applied))),
        (say("desk-drafts"), str(len(drafts))),
    )
    blocks = (Facts(rows), *((_waiting_table(say, waiting),) if waiting else ()))
    return Card(say("desk-title"), blocks, _controls(say, applied))


def _controls(say: Wording, applied: Sequence[Mentor]) -> tuple[Button | Choice, ...]:
    review = Button(say("button-review"), "review.queue")
    partners = Button(say("button-partners"), "partner.home")
    spaces = Button(say("button-spaces"), "space.home")
    setup = Button(say("button-setup"), "setup.home")
    weeks = Button(say("button-weeks"), "moderation.weeks")
    trail = Button(say("button-trail"), "moderation.trail")
    blocks = Button(say("button-blocks"), "moderation.blocks")
    buttons = (review, weeks, trail, blocks, partners, spaces, setup)
    if not applied:
        return buttons
    options = tuple(Option(mentor.id, mentor.name) for mentor in applied)
    return (*buttons, Choice(say("desk-choose-application"), "mentor.review", "", options))


def _waiting_table(say: Wording, waiting: Sequence[Request]) -> Table:
    header = (say("label-request"), say("label-urgency"), say("label-state"))
    rows = [(r.code_name, urgency_name(say, r.urgency), state_name(say, r.state)) for r in waiting]
    return Table(header, tuple(rows))
