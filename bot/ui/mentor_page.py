"""A mentor's own page: how they stand, what waits, what they did; nobody else sees it."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.mentor import UNTIL_THEY_SAY, Mentor, Record, Standing
from bot.domain.request import Request
from bot.domain.snippet import Snippet
from bot.ui.forms import Form, TextField
from bot.ui.requests import PAUSES
from bot.ui.screen import Block, Button, Card, Choice, Control, Facts, Option, Style, Table, Text
from bot.ui.words import category_name, urgency_name
from bot.wording import Wording

_TIRING = 5  # messages outside one's hours, from which a word is said about it


def mentor_page(
    say: Wording,
    mentor: Mentor,
    *,
    held: int,
    waiting: Sequence[Request] = (),
    snippets: Sequence[Snippet] = (),
    now: datetime,
) -> tuple[Card, ...]:
    """Return the page of `/mentor`."""
    if mentor.standing is not Standing.APPROVED:
        return (_profile(say, mentor, held, (_edit(say),)),)
    other = Button(say("button-link-account"), "mentor.link", "")
    controls = (_edit(say), *_rest(say, mentor, now), other, _leave(say))
    return (
        _profile(say, mentor, held, controls, _presence(say, mentor, now)),
        _queue(say, waiting),
        _record(say, mentor.record),
        _replies(say, mentor, snippets),
    )


def _profile(
    say: Wording,
    mentor: Mentor,
    held: int,
    controls: tuple[Control, ...],
    presence: tuple[tuple[str, str], ...] = (),
) -> Card:
    profile = mentor.profile
    topics = ", ".join(category_name(say, c) for c in profile.categories)
    rows = (
        (say("label-standing"), say(f"standing-{mentor.standing.value}")),
        *presence,
        (say("profile-display-name"), profile.display_name),
        (say("profile-categories"), topics or "–"),
        (say("profile-capacity"), say("profile-load", held=held, capacity=profile.capacity)),
    )
    blocks: tuple[Block, ...] = (Facts(rows),)
    if profile.experience:
        blocks = (*blocks, Text(profile.experience))
    return Card(say("mentor-title", name=mentor.name), blocks, controls)


def _presence(say: Wording, mentor: Mentor, now: datetime) -> tuple[tuple[str, str], ...]:
    """Say in words whether requests reach the mentor now."""
    key, day = "presence-here", ""
    if mentor.is_paused(now) and mentor.paused_until:
        stepped_out = mentor.paused_until == UNTIL_THEY_SAY
        key = "presence-out" if stepped_out else "presence-paused"
        day = "" if stepped_out else mentor.local(mentor.paused_until).strftime("%d/%m/%Y %H:%M")
    elif mentor.is_on_holiday(now):
        key = "presence-holiday"
    elif not mentor.is_within_hours(now):
        key = "presence-quiet" if mentor.profile.quiet else "presence-off-hours"
    return ((say("label-presence"), say(key, until=day)),)


def _edit(say: Wording) -> Button:
    return Button(say("button-profile"), "mentor.form", "", style=Style.PRIMARY)


def _leave(say: Wording) -> Button:
    return Button(say("button-leave"), "mentor.leave", "", style=Style.DANGER)


def _rest(say: Wording, mentor: Mentor, now: datetime) -> tuple[Control, ...]:
    if mentor.is_paused(now):
        return (Button(say("button-back"), "mentor.rest", "", "end", Style.PRIMARY),)
    lengths = tuple(Option(length, say(f"pause-{length}")) for length in PAUSES)
    return (
        Button(say("button-out"), "mentor.rest", "", "out"),
        Choice(say("button-pause"), "mentor.rest", "", lengths),
        Button(say("button-pause-until"), "mentor.pause.form"),
    )


def _queue(say: Wording, waiting: Sequence[Request]) -> Card:
    """Show what waits, the most urgent first, each one click away."""
    if not waiting:
        return Card(say("queue-title"), (Text(say("queue-empty")),))
    header = (say("label-request"), say("label-urgency"), say("label-category"))
    rows = [
        (r.code_name, urgency_name(say, r.urgency), category_name(say, r.category)) for r in waiting
    ]
    options = tuple(Option(r.id, r.code_name, urgency_name(say, r.urgency)) for r in waiting[:25])
    look = Choice(say("queue-look"), "request.look", "", options)
    return Card(say("queue-title"), (Table(header, tuple(rows)),), (look,))


def _record(say: Wording, record: Record) -> Card:
    rows = (
        (say("record-helped"), str(record.helped)),
        (say("record-thanked"), str(record.thanked)),
        (say("record-words"), str(record.words)),
        (say("record-off-hours"), str(record.words_off_hours)),
    )
    tired = record.words_off_hours >= _TIRING
    blocks = (Facts(rows), *((Text(say("record-rest")),) if tired else ()))
    return Card(say("record-title"), blocks, footnote=say("record-private"))


def _replies(say: Wording, mentor: Mentor, snippets: Sequence[Snippet]) -> Card:
    own = tuple(Option(s.id, s.title) for s in snippets if s.mentor == mentor.id)[:25]
    titles = ", ".join(snippet.title for snippet in snippets)
    new = Button(say("button-new-snippet"), "snippet.form", "")
    drop = (Choice(say("snippets-drop"), "snippet.remove", "", own),) if own else ()
    return Card(say("snippets-title"), (Text(titles or say("snippets-none")),), (new, *drop))


def pause_form(say: Wording) -> Form:
    """Return the form that asks until which day to rest."""
    day = TextField("day", say("pause-day"), hint=say("pause-day-hint"), required=True)
    return Form(say("pause-title"), "mentor.pause", "", (day,), say("button-save"))
