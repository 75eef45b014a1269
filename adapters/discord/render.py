"""Neutral screens as messages of components (version 2), within Discord's limits.

A screen that is too long is cut into pages: each is a message of its own, with a button
that asks for the next. Nothing here talks to Discord; a ``Sheaf`` names the buttons.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from adapters.discord.blocks import block_text
from adapters.discord.markdown import plain, quoted, small, split
from adapters.kit.tokens import Sheaf
from bot.domain.relay import Picture
from bot.ui.screen import (
    Block,
    Bubble,
    Button,
    Card,
    Choice,
    Control,
    File,
    Fold,
    Image,
    Option,
    Screen,
    Style,
    Tone,
)
from bot.wording import Wording

Component = Mapping[str, Any]

# Component types and limits: Discord's component reference.
ACTION_ROW, BUTTON, SELECT, TEXT, GALLERY, FILE, CONTAINER = 1, 2, 3, 10, 12, 13, 17
TEXT_MAX = 3800  # of 4000 for a whole message: the rest is for the button to the next page
COMPONENTS_MAX = 36  # of 40, for the same reason, and for a file
BLOCK_MAX = 1900  # a longer text is cut, so that pages fill well
ROW_MAX, OPTIONS_MAX = 5, 25
LABEL_MAX, OPTION_MAX, PLACEHOLDER_MAX = 80, 100, 150

NEXT_PAGE = "discord.page"

_COLOURS: Mapping[Tone, int] = {
    Tone.NOW: 0xD83C3E,
    Tone.TODAY: 0xE67E22,
    Tone.WEEK: 0x3A7CA5,
    Tone.SUCCESS: 0x2E8B57,
    Tone.CARE: 0x8E6BBF,
    Tone.WARNING: 0xE0B020,
}
_STYLES = {Style.PRIMARY: 1, Style.SECONDARY: 2, Style.DANGER: 4}
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}


@dataclass(frozen=True, slots=True)
class Enclosed:
    """A file that goes with a message; its ``name`` tells nothing of anybody."""

    name: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Page:
    """One message: its components, and the files that they show."""

    components: Sequence[Component]
    enclosed: Sequence[Enclosed] = ()


@dataclass(slots=True)
class _Box:
    """A card, or what of it stands on one page, that is being filled."""

    card: Card
    parts: list[Component] = field(default_factory=list)


def clip(text: str, size: int) -> str:
    """Shorten a label that Discord would refuse."""
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"


def file_name(number: int, picture: Picture) -> str:
    """Return a name that tells nothing."""
    return f"image-{number}.{_SUFFIXES.get(picture.media_type, 'png')}"


def screen_page(screen: Screen, sheaf: Sheaf, say: Wording) -> Page:
    """Return the first page of a screen, with its files; others wait behind its last button."""
    blocks = [block for card in screen.cards for block in card.blocks]
    pictures = tuple(block.picture for block in blocks if isinstance(block, Image))
    files = tuple(block for block in blocks if isinstance(block, File))
    parts = [part for card in screen.cards for part in _card_parts(card, sheaf, pictures)]
    pages = list(_paged(parts))
    following: Sequence[Component] = ()
    for page in reversed(pages):
        following = [*page, *_next_button(following, sheaf, say)]
    written = [Enclosed(file.name, file.text.encode()) for file in files]
    return Page([*following, *map(_file, files)], [*_named(pictures), *written])


def bubble_page(bubble: Bubble, controls: Sequence[Control], sheaf: Sheaf, say: Wording) -> Page:
    """Return a message of a conversation: its author in bold, then plain words."""
    pictures = tuple(image.picture for image in bubble.images)
    answered = quoted(bubble.quoted.text) if bubble.quoted and bubble.quoted.text else ""
    author = f"**{plain(bubble.author)}**"
    text = "\n".join(filter(None, (author, answered, plain(bubble.text))))
    note = [_text(small(bubble.note))] if bubble.note else []
    gallery = [_gallery(bubble.images, pictures)] if pictures else []
    first, *others = split(text, TEXT_MAX - 200)
    rest = _next_button([_text(more) for more in others], sheaf, say)
    return Page([_text(first), *gallery, *note, *_rows(controls, sheaf), *rest], _named(pictures))


def _next_button(page: Sequence[Component], sheaf: Sheaf, say: Wording) -> list[Component]:
    if not page:
        return []
    payload = json.dumps(page, ensure_ascii=False)
    token = sheaf.issue(NEXT_PAGE, payload=payload)
    button = {"type": BUTTON, "style": 2, "custom_id": token, "label": say("discord-more")}
    return [{"type": ACTION_ROW, "components": [button]}]


def _named(pictures: Sequence[Picture]) -> list[Enclosed]:
    return [Enclosed(file_name(n, picture), picture.data) for n, picture in enumerate(pictures, 1)]


# --- parts and pages ------------------------------------------------------------------


def _card_parts(
    card: Card, sheaf: Sheaf, pictures: Sequence[Picture]
) -> list[tuple[Card, Component]]:
    """Return a card as small parts that can be spread over pages."""
    open_blocks = [block for block in card.blocks if not isinstance(block, Fold)]
    folded = [block for block in card.blocks if isinstance(block, Fold)]
    parts = [_text(f"### {plain(card.title)}")]
    parts += [part for block in open_blocks for part in _block_parts(block, pictures)]
    parts += [_text(small(card.footnote))] if card.footnote else []
    parts += _rows(card.controls, sheaf)
    parts += [part for block in folded for part in _block_parts(block, pictures)]
    return [(card, part) for part in parts]


def _block_parts(block: Block, pictures: Sequence[Picture]) -> list[Component]:
    if isinstance(block, Image):
        return [_gallery((block,), pictures)]
    if isinstance(block, File):
        return []
    return [_text(piece) for piece in split(block_text(block), BLOCK_MAX)]


def _paged(parts: Sequence[tuple[Card, Component]]) -> Iterator[list[Component]]:
    boxes: list[_Box] = []
    for card, part in parts:
        if boxes and not _fits(boxes, part):
            yield [_container(box) for box in boxes]
            boxes = []
        if not boxes or boxes[-1].card is not card:
            boxes.append(_Box(card))
        boxes[-1].parts.append(part)
    if boxes:
        yield [_container(box) for box in boxes]


def _fits(boxes: Sequence[_Box], part: Component) -> bool:
    parts = [*(p for box in boxes for p in box.parts), part]
    text = sum(len(p.get("content", "")) for p in parts)
    count = len(boxes) + 1 + sum(1 + len(p.get("components", ())) for p in parts)
    return text <= TEXT_MAX and count <= COMPONENTS_MAX


def _container(box: _Box) -> Component:
    container: dict[str, Any] = {"type": CONTAINER, "components": box.parts}
    if box.card.tone in _COLOURS:
        container["accent_color"] = _COLOURS[box.card.tone]
    return container


# --- single components ----------------------------------------------------------------


def _text(content: str) -> Component:
    return {"type": TEXT, "content": content or "\u200b"}


def _gallery(images: Sequence[Image], pictures: Sequence[Picture]) -> Component:
    names = {picture.id: file_name(n, picture) for n, picture in enumerate(pictures, 1)}
    items = [
        {"media": {"url": f"attachment://{names[i.picture.id]}"}, "description": i.alt}
        for i in images
    ]
    return {"type": GALLERY, "items": items}


def _file(file: File) -> Component:
    return {"type": FILE, "file": {"url": f"attachment://{file.name}"}}


def _rows(controls: Sequence[Control], sheaf: Sheaf) -> list[Component]:
    """Return buttons by rows of five, and each list in a row of its own."""
    buttons = [_button(each, sheaf) for each in controls if isinstance(each, Button)]
    rows = [buttons[n : n + ROW_MAX] for n in range(0, len(buttons), ROW_MAX)]
    lists = [each for each in controls if isinstance(each, Choice)]
    rows += [[_select(part, sheaf)] for choice in lists for part in _short_lists(choice)]
    return [{"type": ACTION_ROW, "components": row} for row in rows]


def _button(button: Button, sheaf: Sheaf) -> Component:
    return {
        "type": BUTTON,
        "style": _STYLES[button.style],
        "custom_id": sheaf.issue(button.act, button.subject, button.value),
        "label": clip(button.label, LABEL_MAX),
    }


def _short_lists(choice: Choice) -> Iterator[Choice]:
    for start in range(0, len(choice.options), OPTIONS_MAX):
        yield replace(choice, options=choice.options[start : start + OPTIONS_MAX])


def _select(choice: Choice, sheaf: Sheaf) -> Component:
    values = json.dumps([option.value for option in choice.options])
    return {
        "type": SELECT,
        "custom_id": sheaf.issue(choice.act, choice.subject, payload=values),
        "placeholder": clip(choice.label, PLACEHOLDER_MAX),
        "options": [option_payload(n, option) for n, option in enumerate(choice.options)],
    }


def option_payload(number: int, option: Option, *, chosen: bool = False) -> Component:
    """Return an option; its place stands for its value, which stays on our side."""
    payload: dict[str, Any] = {"label": clip(option.label, OPTION_MAX), "value": str(number)}
    if option.hint:
        payload["description"] = clip(option.hint, OPTION_MAX)
    if chosen:
        payload["default"] = True
    return payload
