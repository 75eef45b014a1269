"""Blocking an author blind, and the blocks that hold."""

from collections.abc import Mapping, Sequence
from datetime import date

from bot.domain.block import Block, Length
from bot.domain.ids import RequestId
from bot.domain.request import Request
from bot.ui.fields import question
from bot.ui.forms import ChoiceField, Form
from bot.ui.screen import Button, Card, Choice, Option, Table, Text
from bot.wording import Wording

LINES_A_PAGE = 15


def block_form(say: Wording, request: Request) -> Form:
    """Return the form that says for how long, and why."""
    lengths = tuple(Option(each.value, say(f"block-{each.value}")) for each in Length)
    return Form(
        say("block-title"),
        "request.block",
        request.id,
        (
            ChoiceField(
                "length", say("block-length"), lengths, value=(Length.WEEK.value,), required=True
            ),
            question(say, "block", "reason", required=True),
        ),
        say("button-block-yes"),
        say("block-intro", name=request.code_name),
    )


def blocked_until(say: Wording, day: date | None) -> str:
    """Return in words how long a block holds."""
    return say("block-until", day=say.date(day)) if day else say("block-lifted")


def blocks_card(
    say: Wording,
    blocks: Sequence[Block],
    names: Mapping[RequestId, str],
    time_zone: str,
    start: int,
) -> Card:
    """Return a page of the blocks that hold, each with the way to end it."""
    back = Button(say("button-desk"), "moderation.desk")
    if not blocks:
        return Card(say("blocks-title"), (Text(say("blocks-none")),), (back,))
    page, following = blocks[start : start + LINES_A_PAGE], start + LINES_A_PAGE
    named = [(block, names.get(block.request, "–") if block.request else "–") for block in page]
    rows = tuple(
        (name, block.reason, blocked_until(say, block.last_day(time_zone)), block.by)
        for block, name in named
    )
    lift = tuple(Option(block.id, f"{name} ({block.reason})"[:75]) for block, name in named)
    further = Button(say("button-further"), "moderation.blocks", "", str(following))
    return Card(
        say("blocks-title"),
        (Table(tuple(say(f"blocks-{column}") for column in _COLUMNS), rows),),
        (
            Choice(say("block-lift"), "moderation.lift", "", lift),
            *((further,) if following < len(blocks) else ()),
            back,
        ),
        footnote=say("blocks-footnote"),
    )


_COLUMNS = ("request", "reason", "until", "by")
