"""Neutral screens as blocks, within Slack's limits; what is too long waits behind a button.

Nothing here talks to Slack; a ``Sheaf`` names the buttons.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from adapters.kit.tokens import Sheaf
from adapters.slack import rich
from adapters.slack.blocks import block_parts, picture
from adapters.slack.rich import Element, clip, escaped
from bot.domain.relay import Picture
from bot.ui.screen import (
    Bubble,
    Button,
    Card,
    Choice,
    Control,
    Fold,
    Image,
    Option,
    Screen,
    Style,
    Tone,
)
from bot.wording import Wording

# Limits: Slack's Block Kit reference.
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
CHARACTERS_MAX = 12_000  # of about 13,000 in one message
HEADER_MAX, LABEL_MAX, OPTION_MAX, PLACEHOLDER_MAX = 150, 75, 75, 150
ROW_MAX, OPTIONS_MAX = 5, 100
FALLBACK_MAX = 200

NEXT_PAGE = "slack.page"

Files = Mapping[str, str]  # of uploaded pictures, by the id of the picture
NO_FILES: Files = {}

_SIGNS: Mapping[Tone, str] = {
    Tone.NOW: "🔴 ",
    Tone.TODAY: "🟠 ",
    Tone.WEEK: "🔵 ",
    Tone.SUCCESS: "🟢 ",
    Tone.CARE: "💜 ",
    Tone.WARNING: "⚠️ ",
}
_STYLES = {Style.PRIMARY: "primary", Style.DANGER: "danger"}


def plain_text(text: str, size: int) -> Element:
    """Return a text object in which nothing is read as markup or emoji."""
    return {"type": "plain_text", "text": clip(text, size) or " ", "emoji": False}


def screen_blocks(
    screen: Screen, sheaf: Sheaf, say: Wording, *, room: int, files: Files = NO_FILES
) -> list[Element]:
    """Return at most ``room`` blocks; the others wait behind the last one's button."""
    blocks: list[Element] = []
    for number, card in enumerate(screen.cards):
        blocks += [{"type": "divider"}] if number else []
        blocks += card_blocks(card, sheaf, files)
    return paged(blocks, sheaf, say, room=room)


def bubble_blocks(bubble: Bubble, files: Files, *, named: bool = True) -> list[Element]:
    """Return a message of a conversation; ``named`` says whether the author is in the text."""
    author = [rich.section(rich.run(bubble.author, "bold"))] if named else []
    if bubble.quoted and bubble.quoted.text:
        author.append(rich.quote(rich.run(bubble.quoted.text)))
    blocks: list[Element] = []
    for piece in rich.pieces(bubble.text):
        blocks.append(rich.block(*author, rich.section(rich.run(piece))))
        author = []
    blocks += [rich.block(*author)] if author else []
    blocks += [picture(image, files) for image in bubble.images]
    return [*blocks, *note(bubble.note)]


def note(text: str) -> list[Element]:
    """Return a small line, or nothing for an empty one."""
    if not text:
        return []
    return [{"type": "context", "elements": [plain_text(text, rich.TEXT_MAX)]}]


def fallback(drawing: Screen | Bubble) -> str:
    """Return the line of the notification; it is read as markup, hence escaped."""
    if isinstance(drawing, Bubble):
        return escaped(clip(drawing.text, FALLBACK_MAX)) or "…"
    return escaped(clip(drawing.cards[0].title, FALLBACK_MAX)) if drawing.cards else "…"


def pictures_of(drawing: Screen | Bubble) -> Iterator[Picture]:
    """Return the pictures that must be uploaded before."""
    if isinstance(drawing, Bubble):
        yield from (image.picture for image in drawing.images)
        return
    for card in drawing.cards:
        yield from (block.picture for block in card.blocks if isinstance(block, Image))


# --- cards and pages ----------------------------------------------------------------------


def card_blocks(card: Card, sheaf: Sheaf, files: Files = NO_FILES) -> list[Element]:
    """Return a card; what is folded comes last, where a page may end."""
    title = f"{_SIGNS.get(card.tone, '')}{card.title}"
    opened = [block for block in card.blocks if not isinstance(block, Fold)]
    folded = [block for block in card.blocks if isinstance(block, Fold)]
    return [
        {"type": "header", "text": plain_text(title, HEADER_MAX)},
        *(part for block in opened for part in block_parts(block, files)),
        *note(card.footnote),
        *rows(card.controls, sheaf),
        *(part for block in folded for part in block_parts(block, files)),
    ]


def paged(blocks: Sequence[Element], sheaf: Sheaf, say: Wording, *, room: int) -> list[Element]:
    """Return the first page; its last button holds the rest."""
    if _fits(blocks, room):
        return list(blocks)
    count = room - 1
    while count > 1 and not _fits(blocks[:count], room):
        count -= 1
    payload = json.dumps(blocks[count:], ensure_ascii=False)
    more = button(say("slack-more"), sheaf.issue(NEXT_PAGE, payload=payload))
    return [*blocks[:count], {"type": "actions", "elements": [more]}]


def _fits(blocks: Sequence[Element], room: int) -> bool:
    return len(blocks) <= room and sum(map(_characters, blocks)) <= CHARACTERS_MAX


def _characters(part: Any) -> int:
    if isinstance(part, str):
        return len(part)
    if isinstance(part, Mapping):
        return sum(_characters(value) for key, value in part.items() if key != "type")
    return sum(map(_characters, part)) if isinstance(part, list) else 0


# --- controls -------------------------------------------------------------------------------


def rows(controls: Sequence[Control], sheaf: Sheaf) -> list[Element]:
    """Return buttons and lists in rows."""
    elements = [element for control in controls for element in _elements(control, sheaf)]
    starts = range(0, len(elements), ROW_MAX)
    return [{"type": "actions", "elements": elements[n : n + ROW_MAX]} for n in starts]


def button(label: str, token: str, style: Style = Style.SECONDARY) -> Element:
    """Return a button; whatever it means is on our side."""
    payload = {"type": "button", "action_id": token, "text": plain_text(label, LABEL_MAX)}
    return {**payload, "style": _STYLES[style]} if style in _STYLES else payload


def _elements(control: Control, sheaf: Sheaf) -> Iterator[Element]:
    if isinstance(control, Button):
        token = sheaf.issue(control.act, control.subject, control.value)
        yield button(control.label, token, control.style)
        return
    for start in range(0, len(control.options), OPTIONS_MAX):
        part = control.options[start : start + OPTIONS_MAX]
        yield _select(replace(control, options=part), sheaf)


def _select(choice: Choice, sheaf: Sheaf) -> Element:
    values = json.dumps([option.value for option in choice.options])
    return {
        "type": "static_select",
        "action_id": sheaf.issue(choice.act, choice.subject, payload=values),
        "placeholder": plain_text(choice.label, PLACEHOLDER_MAX),
        "options": [option_payload(n, option) for n, option in enumerate(choice.options)],
    }


def option_payload(number: int, option: Option) -> Element:
    """Return an option; its place stands for its value, which stays on our side."""
    payload: dict[str, Any] = {"text": plain_text(option.label, OPTION_MAX), "value": str(number)}
    if option.hint:
        payload["description"] = plain_text(option.hint, OPTION_MAX)
    return payload
