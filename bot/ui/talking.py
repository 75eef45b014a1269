"""The conversation: messages, news on both sides, the end of it."""

from collections.abc import Sequence

from bot.domain.community import Delays
from bot.domain.mentor import Mentor
from bot.domain.people import Party
from bot.domain.policy import State
from bot.domain.relay import Delivery, Picture, RelayMessage
from bot.domain.request import RATINGS, Request
from bot.domain.snippet import Snippet
from bot.ui.asking import own_request_controls
from bot.ui.durations import spelled_out
from bot.ui.naming import name_button
from bot.ui.screen import (
    Bubble,
    Button,
    Card,
    Control,
    Facts,
    Image,
    Own,
    Quote,
    Quoted,
    Style,
    Text,
    Tone,
)
from bot.ui.words import TONES, category_name, news_title, state_of, urgency_name
from bot.wording import Wording

PICTURES_SHOWN = 4  # of those that were received, the last ones
_QUOTED_MAX = 100  # enough to know which message is meant


def bubble(
    say: Wording,
    message: RelayMessage,
    author: str,
    pictures: Sequence[Picture],
    own: Own | None = None,
    answered: RelayMessage | None = None,
) -> Bubble:
    """Return a message as the other side sees it, or as ``own`` when its author does."""
    return Bubble(
        author=author,
        text=say("message-deleted") if message.deleted else message.text,
        images=tuple(Image(picture, say("picture-alt", author=author)) for picture in pictures),
        note=say("message-edited") if message.edited and not message.deleted else "",
        own=own,
        deleted=message.deleted,
        message=message.id,
        quoted=quote_of(answered) if answered else None,
    )


def quote_of(message: RelayMessage) -> Quoted:
    """Return what a reply shows of the message that it answers."""
    return Quoted(message.id, message.origin, first_words(message.text, _QUOTED_MAX))


def first_words(text: str, most: int) -> str:
    """Return the beginning of the first line, in at most ``most`` characters."""
    first = text.strip().partition("\n")[0]
    return first if len(first) <= most else f"{first[: most - 1].rstrip()}…"


def news(
    say: Wording, kind: str, request: Request, to: Party, *, mentor: str = "", other: str = ""
) -> Card:
    """Return a line of news on a request: ``kind`` names the sentence."""
    text = say(f"news-{kind}", name=request.code_name, mentor=mentor, other=other)
    return Card(news_title(say, request, to), (Text(text),))


def gone(say: Wording) -> Card:
    """Tell a mentor that the conversation they were in is erased; nothing in it names it."""
    return Card(say("gone-title"), (Text(say("gone")),))


def close_question(say: Wording, request: Request, to: Party) -> Card:
    """Ask one side whether it is over, as the other thinks."""
    return Card(
        title=news_title(say, request, to),
        blocks=(Text(say("close-question")),),
        controls=(
            Button(say("button-close-yes"), "request.close.yes", request.id, style=Style.PRIMARY),
            Button(say("button-close-no"), "request.close.no", request.id),
        ),
    )


def silence_warning(say: Wording, request: Request, to: Party, delays: Delays) -> Card:
    """Warn one side that silence will close it."""
    since, left = delays.silence_warning, delays.silence - delays.silence_warning
    lengths = {"since": spelled_out(say, since), "left": spelled_out(say, left)}
    return Card(
        title=news_title(say, request, to),
        blocks=(Text(say("silence-warning", **lengths)),),
        controls=(
            Button(say("button-close-no"), "request.close.no", request.id, style=Style.PRIMARY),
            Button(say("button-close-yes"), "request.close", request.id),
        ),
    )


def handover_question(say: Wording, request: Request, mentor: str) -> Card:
    """Ask a mentor whether they take over."""
    return Card(
        title=say("handover-title", name=request.code_name),
        blocks=(Text(say("handover-text", mentor=mentor)), Text(request.text)),
        controls=(
            Button(say("button-accept"), "request.accept", request.id, style=Style.PRIMARY),
            Button(say("button-decline"), "request.decline", request.id),
        ),
        tone=TONES[request.urgency],
    )


def backup_call(say: Wording, request: Request, mentor: str) -> Card:
    """Ask mentors whether one joins."""
    return Card(
        title=say("backup-title", name=request.code_name),
        blocks=(Text(say("backup-text", mentor=mentor)), Text(request.text)),
        controls=(Button(say("button-join"), "request.join", request.id, style=Style.PRIMARY),),
        tone=TONES[request.urgency],
    )


def joining_question(say: Wording, request: Request, mentor: str) -> Card:
    """Ask one mentor whether they join."""
    return Card(
        title=say("invited-title", name=request.code_name),
        blocks=(Text(say("invited-text", mentor=mentor)), Text(request.text)),
        controls=(
            Button(say("button-join"), "request.join", request.id, style=Style.PRIMARY),
            Button(say("button-not-for-me"), "request.pass", request.id),
        ),
        tone=TONES[request.urgency],
    )


def ended(say: Wording, request: Request, delays: Delays, *, is_told: bool) -> Card:
    """Close with thanks, a rating in one click and the debrief, which can be skipped."""
    ratings = tuple(
        Button(say(f"rating-{n}"), "request.rate", request.id, str(n)) for n in reversed(RATINGS)
    )
    return Card(
        title=say("ended-title", name=request.code_name),
        blocks=(Text(say("ended-text")), *(() if is_told else (Text(say("ended-debrief")),))),
        controls=(
            *(ratings if request.rating is None else ()),
            *(() if is_told else (_debrief(say, request),)),
            Button(say("button-reopen"), "request.reopen", request.id),
        ),
        tone=Tone.SUCCESS,
        footnote=say("ended-footnote", identity=spelled_out(say, delays.identity)),
    )


def _debrief(say: Wording, request: Request) -> Button:
    return Button(say("button-debrief"), "debrief.form", request.id, style=Style.PRIMARY)


def own_request(
    say: Wording,
    request: Request,
    mentors: Sequence[Mentor],
    *,
    is_told: bool,
    in_talk: bool = False,
) -> Card:
    """Return a requester's own request as it stands, with what they can do.

    ``in_talk``: it stands in the conversation, which needs no button to be read.
    """
    rows = [
        (say("label-state"), state_of(say, request)),
        (say("label-urgency"), urgency_name(say, request.urgency)),
        (say("label-category"), category_name(say, request.category)),
    ]
    if mentors:
        rows.append((say("label-mentors", count=len(mentors)), ", ".join(m.name for m in mentors)))
    name = request.code_name or say("unnamed-draft")
    return Card(
        title=say("own-title", name=name),
        blocks=(Text(request.text), Facts(tuple(rows))),
        controls=_own_controls(say, request, is_told=is_told, in_talk=in_talk),
        tone=TONES[request.urgency] if not request.has_ended else Tone.NEUTRAL,
    )


def _own_controls(
    say: Wording, request: Request, *, is_told: bool, in_talk: bool
) -> tuple[Control, ...]:
    def button(key: str, act: str, style: Style = Style.SECONDARY) -> Button:
        return Button(say(key), act, request.id, style=style)

    main = Style.PRIMARY if request.state is State.CLAIMED else Style.SECONDARY
    read = () if in_talk else (button("button-read", "inbox.read", main),)
    erase = button("button-erase", "request.erase.ask", Style.DANGER)
    reopen = button("button-reopen", "request.reopen")
    match request.state:
        case State.DRAFT if request.is_scheduled:
            return own_request_controls(say, request)
        case State.DRAFT:
            resume = button("button-resume", "request.edit", Style.PRIMARY)
            return (resume, button("button-cancel", "request.cancel", Style.DANGER))
        case State.OPEN:
            return (*own_request_controls(say, request), erase)
        case State.CLAIMED:
            return (
                *read,
                button("button-reply", "inbox.reply.form"),
                button("button-close", "request.close"),
                button("button-another", "request.another"),
                *name_button(say, request),
                button("button-report", "request.report.form"),
                *own_request_controls(say, request),
                erase,
            )
        case State.RESOLVED:
            return (*read, *(() if is_told else (_debrief(say, request),)), reopen, erase)
        case _:
            return (reopen, erase) if request.is_public else (erase,)


def conversation(
    say: Wording,
    request: Request,
    lines: Sequence[tuple[RelayMessage, str]],
    pictures: Sequence[tuple[Picture, str]],
) -> Card:
    """Return a whole conversation with the last pictures, for whose messages are closed."""
    images = tuple(Image(each, say("picture-alt", author=author)) for each, author in pictures)
    quotes = tuple(Quote(_line(say, message), by=author) for message, author in lines)
    return Card(
        title=say("conversation-title", name=request.code_name),
        blocks=(*images, *quotes) or (Text(say("conversation-empty")),),
        controls=(Button(say("button-reply"), "inbox.reply.form", request.id),)
        if request.state is State.CLAIMED
        else (),
    )


def _line(say: Wording, message: RelayMessage) -> str:
    if message.deleted:
        return say("message-deleted")
    notes = [say("message-edited")] if message.edited else []
    if message.pictures:
        notes.append(say("message-pictures", count=len(message.pictures)))
    if message.author is Party.REQUESTER and message.delivery is not Delivery.DELIVERED:
        notes.append(say(f"message-{message.delivery.value}"))
    return " ".join([message.text, *notes])


def snippets(
    say: Wording, request: Request, mentor: Mentor, available: Sequence[Snippet], once: str
) -> Card:
    """Return the ready-made replies as they would be sent; ``once`` makes each go out once."""
    quotes = tuple(Quote(s.filled(mentor.name, request.code_name), by=s.title) for s in available)
    subject = f"{request.id}|{once}"
    send = tuple(
        Button(say("button-send-snippet", title=s.title), "request.snippet", subject, s.id)
        for s in available
    )
    keep = Button(say("button-new-snippet"), "snippet.form", request.id)
    return Card(say("snippets-title"), quotes or (Text(say("snippets-none")),), (*send, keep))


def invitation(say: Wording) -> Card:
    """Ask somebody who was helped whether they would help, once."""
    title, become = say("invitation-title"), Button(say("button-become-mentor"), "mentor.form", "")
    return Card(title, (Text(say("invitation")),), (become,), footnote=say("invitation-footnote"))
