"""What somebody finds at once: their requests; as a mentor, what they hold and what waits."""

from collections.abc import Sequence

from bot.domain.request import Request
from bot.ui.screen import Button, Card, Choice, Facts, Option, Style, Text
from bot.ui.words import TONES, category_name, state_name, urgency_name
from bot.wording import Wording

SHOWN_MAX, LISTED_MAX = 5, 25
EXCERPT_MAX = 300


def own_requests(say: Wording, mine: Sequence[Request]) -> tuple[Card, ...]:
    """Return the list of a person's requests; a single one needs no list."""
    if len(mine) < 2:
        return ()
    rows = tuple((request.code_name, state_name(say, request.state)) for request in mine)
    return (Card(say("board-mine"), (Facts(rows),)),)


def mentors_board(
    say: Wording, held: Sequence[Request], waiting: Sequence[Request]
) -> tuple[Card, ...]:
    """Return what a mentor holds, then what waits, the most urgent first."""
    shown, others = waiting[:SHOWN_MAX], waiting[SHOWN_MAX : SHOWN_MAX + LISTED_MAX]
    return (
        *_held(say, held),
        _queue(say, waiting, others),
        *(_waiting(say, request) for request in shown),
    )


def _held(say: Wording, held: Sequence[Request]) -> tuple[Card, ...]:
    if not held:
        return ()
    replies = tuple(Button(each.code_name, "inbox.reply.form", each.id) for each in held)
    return (Card(say("board-held"), (Text(say("board-held-text")),), replies),)


def _queue(say: Wording, waiting: Sequence[Request], others: Sequence[Request]) -> Card:
    options = tuple(Option(r.id, r.code_name, urgency_name(say, r.urgency)) for r in others)
    more = (Choice(say("queue-look"), "request.look", "", options),) if options else ()
    text = say("board-waiting", count=len(waiting)) if waiting else say("queue-empty")
    return Card(say("queue-title"), (Text(text),), more)


def _waiting(say: Wording, request: Request) -> Card:
    """Show the beginning of a request, and the button that takes it."""
    is_long = len(request.text) > EXCERPT_MAX
    text = f"{request.text[:EXCERPT_MAX].rstrip()}…" if is_long else request.text
    whole = (Button(say("board-whole"), "request.look", request.id),) if is_long else ()
    claim = Button(say("button-claim"), "request.claim", request.id, style=Style.PRIMARY)
    rows = (
        (say("label-urgency"), urgency_name(say, request.urgency)),
        (say("label-category"), category_name(say, request.category)),
    )
    title = say("card-title", name=request.code_name)
    return Card(title, (Text(text), Facts(rows)), (claim, *whole), TONES[request.urgency])
