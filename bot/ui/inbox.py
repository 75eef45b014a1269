"""The private inbox: every request of a person, also when their messages are closed."""

from collections.abc import Sequence

from bot.domain.case_draft import CaseDraft
from bot.domain.limits import STORY_MAX
from bot.domain.mentor import Mentor
from bot.domain.request import Request
from bot.ui.forms import Form, TextField
from bot.ui.screen import Button, Card, Style, Text
from bot.ui.talking import own_request
from bot.wording import Wording


def inbox(
    say: Wording, requests: Sequence[tuple[Request, Sequence[Mentor], CaseDraft | None]]
) -> tuple[Card, ...]:
    """Return a person's requests, newest first."""
    if not requests:
        ask = Button(say("button-ask"), "request.ask", style=Style.PRIMARY)
        return (Card(say("inbox-title"), (Text(say("inbox-empty")),), (ask,)),)
    return tuple(
        own_request(say, request, mentors, is_told=draft is not None and draft.was_read)
        for request, mentors, draft in requests
    )


def reply_form(say: Wording, subject: str) -> Form:
    """Return the form that answers a conversation from the inbox."""
    field = TextField("text", say("reply-text"), required=True, long=True, max_length=STORY_MAX)
    return Form(say("reply-title"), "inbox.reply", subject, (field,), say("button-send"))
