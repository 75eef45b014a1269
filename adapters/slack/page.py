"""How an App Home looks: what one can do, then each request with its conversation."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from adapters.kit.tokens import Sheaf, Tokens
from adapters.slack.render import (
    LABEL_MAX,
    PLACEHOLDER_MAX,
    VIEW_BLOCKS,
    button,
    card_blocks,
    note,
    plain_text,
    rows,
)
from adapters.slack.rich import TEXT_MAX, Element
from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.domain.request import Request
from bot.ui.screen import Button, Card, Style, Text
from bot.wording import Wording

NOTICE = "slack.notice"  # chooses direct messages (value ``yes``), or no longer
OWN = "slack.own"  # changes one's own message, named by the subject
EDIT, DELETE = "edit", "delete"
_MARKS = {
    "waiting": "message-waiting",
    "delivered": "slack-delivered",
    "failed": "message-failed",
}
_BOARD_LASTS = timedelta(days=7)  # a Home is published again each time it is opened
_LEAST_ROOM = 8  # blocks: what an older request needs to be worth showing


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose Home it is."""

    space: str
    user: str
    language: Language


@dataclass(frozen=True, slots=True)
class Shown:
    """A post: ready blocks, or somebody's own words with how far they got."""

    blocks: Sequence[Element] = ()
    is_message: bool = False
    text: str = ""
    origin: str = ""
    mark: str = ""
    pictures: int = 0
    edited: bool = False


Asked = Callable[[Owner], Awaitable[Sequence[Request]]]
Board = Callable[[Owner], Awaitable[Sequence[Card]]]


class Page:
    """Draws the Home of somebody."""

    def __init__(
        self, *, tokens: Tokens, board: Board, wordings: Mapping[Language, Wording]
    ) -> None:
        self._tokens, self._board, self._wordings = tokens, board, wordings

    async def blocks(
        self,
        owner: Owner,
        walls: Sequence[tuple[RequestId, Sequence[Shown]]],
        *,
        notice: bool,
    ) -> list[Element]:
        """Return the whole page, within Slack's hundred blocks."""
        say, sheaf = self._wordings[owner.language], self._tokens.sheaf(owner.space)
        blocks = card_blocks(_welcome(say, notice=notice), sheaf)
        blocks.append(_search(say, sheaf))
        await sheaf.keep()
        board = self._tokens.sheaf(owner.space, lasts=_BOARD_LASTS)
        for card in await self._board(owner):
            blocks += [{"type": "divider"}, *card_blocks(card, board)]
        await board.keep()
        for request, shown in walls:
            room = VIEW_BLOCKS - len(blocks) - 1
            if room >= _LEAST_ROOM:
                divider: Element = {"type": "divider"}
                blocks += [divider, *await self._wall(owner, request, shown, room)]
        return blocks

    async def _wall(
        self, owner: Owner, request: RequestId, shown: Sequence[Shown], room: int
    ) -> list[Element]:
        """Return the first post, which tells the state, and as many of the last as fit."""
        say = self._wordings[owner.language]
        sheaf = self._tokens.sheaf(owner.space, request=request)
        first, *others = [_post(request, each, sheaf, say) for each in shown]
        reply = _reply(say, request, sheaf) if any(s.is_message for s in shown) else []
        whole = Button(say("button-read"), "inbox.read", request)
        kept: list[Element] = []
        left = room - len(first) - len(reply) - 1
        for post in reversed(others):
            if len(post) > left:
                kept = [*rows((whole,), sheaf), *kept]
                break
            kept, left = [*post, *kept], left - len(post)
        await sheaf.keep()
        return [*first[:room], *kept, *reply]


def _welcome(say: Wording, *, notice: bool) -> Card:
    label, value = ("slack-notice-off", "no") if notice else ("slack-notice-on", "yes")
    return Card(
        say("slack-home-title"),
        (Text(say("slack-home-text")),),
        (
            Button(say("button-ask"), "request.ask", style=Style.PRIMARY),
            Button(say("inbox-title"), "inbox.list"),
            Button(say("slack-home-cases"), "case.search.form"),
            Button(say("slack-home-cards"), "playbook.find"),
            Button(say("slack-home-mentor"), "mentor.home"),
            Button(say("slack-home-privacy"), "privacy.show"),
            Button(say(label), NOTICE, "", value),
        ),
    )


def _search(say: Wording, sheaf: Sheaf) -> Element:
    """Return a line to search the casebook from; Enter sends it."""
    return {
        "type": "input",
        "dispatch_action": True,
        "label": plain_text(say("slack-home-search"), LABEL_MAX),
        "element": {
            "type": "plain_text_input",
            "action_id": sheaf.issue("case.find", value="question"),
            "placeholder": plain_text(say("slack-home-search-hint"), PLACEHOLDER_MAX),
            "dispatch_action_config": {"trigger_actions_on": ["on_enter_pressed"]},
        },
    }


def _reply(say: Wording, request: RequestId, sheaf: Sheaf) -> list[Element]:
    token = sheaf.issue("inbox.reply.form", request)
    return [{"type": "actions", "elements": [button(say("button-reply"), token, Style.PRIMARY)]}]


def _post(request: RequestId, shown: Shown, sheaf: Sheaf, say: Wording) -> list[Element]:
    return _own(request, shown, sheaf, say) if shown.origin else list(shown.blocks)


def _own(request: RequestId, shown: Shown, sheaf: Sheaf, say: Wording) -> list[Element]:
    """Return one's own words, with what can still be done about them."""
    options = [
        {"text": plain_text(say(key), 75), "value": str(number)}
        for number, key in enumerate(("slack-edit", "slack-delete"))
    ]
    menu = {
        "type": "overflow",
        "action_id": sheaf.issue(
            OWN, f"{request}|{shown.origin}", payload=f'["{EDIT}", "{DELETE}"]'
        ),
        "options": options,
    }
    text = plain_text(say("slack-own", text=shown.text), TEXT_MAX)
    notes = [say("message-edited")] if shown.edited else []
    notes += [say("message-pictures", count=shown.pictures)] if shown.pictures else []
    notes += [say(_MARKS[shown.mark])] if shown.mark in _MARKS else []
    return [
        {"type": "section", "text": text, "accessory": menu},
        *note(" ".join(notes)),
    ]
