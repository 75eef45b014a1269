"""Neutral screens as HTML: one macro a block, in ``templates/blocks.html``."""

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined

from bot.domain.community import Channel
from bot.domain.ids import new_id
from bot.domain.people import Language
from bot.helpdesk import OPENERS
from bot.ui.forms import Answer, ChannelField, ChoiceField, Field, Form, TextField, TickField
from bot.ui.screen import Block, Bubble, Button, Control, File, Fold, Image, Marked, Screen, Style
from bot.wording import Wording

RADIOS_MAX = 4  # more options than this become a drop-down list
BUTTONS_MAX = 5  # more controls than this are shown on demand

_MEDIA_TYPES = {"csv": "text/csv", "json": "application/json"}
_CAMEL = re.compile(r"(?<!^)(?=[A-Z])")


class Renderer:
    """Fills the templates; every text is escaped, no mark-up of anybody gets through."""

    def __init__(self, wordings: Mapping[Language, Wording]) -> None:
        self._wordings = wordings
        self._templates = _templates()

    def say(self, language: Language) -> Wording:
        """Return the sentences of a language."""
        return self._wordings[language]

    def fill(self, template: str, language: Language, **values: Any) -> str:
        """Fill in a template of the page."""
        return self._templates.get_template(template).render(
            say=self._wordings[language], language=language, **values
        )

    def drawing(self, drawing: Screen | Bubble, language: Language) -> str:
        """Return what the core sends to a place."""
        if isinstance(drawing, Bubble):
            return self.fill("bubble.html", language, bubble=drawing)
        return self.fill("screen.html", language, screen=drawing)

    def private(self, answer: Answer, language: Language) -> str:
        """Return an answer that is shown to one person alone."""
        form = answer if isinstance(answer, Form) else None
        screen = None if isinstance(answer, Form) else answer
        opener = OPENERS.get(answer.act, "") if isinstance(answer, Form) else ""
        return self.fill("private.html", language, form=form, screen=screen, opener=opener)


@cache
def _templates() -> Environment:
    """Return the templates, compiled once a process."""
    templates = Environment(
        loader=PackageLoader("adapters.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    templates.filters |= {
        "kind": _kind,
        "at_hand": _at_hand,
        "widget": _widget,
        "pieces": lambda marked: tuple(_pieces(marked)),
        "paragraphs": _paragraphs,
        "web_address": _web_address,
        "data_address": _data_address,
        "phone": _phone,
    }
    templates.globals |= {"new_id": new_id, "rooms": tuple(Channel)}
    return templates


def pictures_of(drawing: Screen | Bubble) -> Iterator[Image]:
    """Yield every picture that a drawing shows."""
    if isinstance(drawing, Bubble):
        yield from drawing.images
        return
    for card in drawing.cards:
        yield from _images(card.blocks)


def _images(blocks: Sequence[Block]) -> Iterator[Image]:
    for block in blocks:
        if isinstance(block, Image):
            yield block
        elif isinstance(block, Fold):
            yield from _images(block.blocks)


def _kind(block: object) -> str:
    """Return the name of a block's macro: ``Facts`` → ``facts``."""
    return _CAMEL.sub("_", type(block).__name__).lower()


def _at_hand(controls: Sequence[Control]) -> tuple[list[Control], list[Control]]:
    """Split what is shown at once from what is a click away, so that the main thing stands out."""
    if len(controls) <= BUTTONS_MAX:
        return list(controls), []
    main = [each for each in controls if isinstance(each, Button) and each.style is Style.PRIMARY]
    others = [each for each in controls if each not in main]
    shown = {id(each) for each in (*main, *others[: BUTTONS_MAX - 1 - len(main)])}
    return [c for c in controls if id(c) in shown], [c for c in controls if id(c) not in shown]


def _widget(field: Field) -> str:
    """Say with what a question is answered."""
    if isinstance(field, TextField):
        return "area" if field.long else "line"
    if isinstance(field, TickField):
        return "tick"
    if isinstance(field, ChannelField):
        return "channels"
    return "boxes" if field.many else _one_of(field)


def _one_of(field: ChoiceField) -> str:
    return "radios" if field.required and len(field.options) <= RADIOS_MAX else "list"


def _pieces(marked: Marked) -> Iterator[tuple[str, str, str]]:
    """Yield (kind, text, reason) from left to right; a mask wins over a doubt."""
    cuts = {0, len(marked.text)}
    for span in (*marked.masks, *marked.doubts):
        cuts |= {span.start, span.end}
    for start, end in pairwise(sorted(cuts)):
        text = marked.text[start:end]
        mask = next((s for s in marked.masks if s.start <= start < s.end), None)
        doubt = next((s for s in marked.doubts if s.start <= start < s.end), None)
        if mask:
            yield "mask", text, mask.reason
        else:
            yield ("doubt", text, doubt.reason) if doubt else ("", text, "")


def _paragraphs(text: str) -> list[str]:
    return [part for part in re.split(r"\n[ \t]*\n+", text.strip()) if part.strip()]


def _data_address(file: File) -> str:
    """Return a file as an address of its own: nothing of it stays with the page."""
    kind = _MEDIA_TYPES[file.name.rpartition(".")[2]]
    return f"data:{kind};charset=utf-8;base64,{b64encode(file.text.encode()).decode()}"


def _phone(name: str) -> str:
    """Return the number to dial when a fact's name is one, or nothing."""
    digits = "".join(name.split())
    return digits if digits.isascii() and digits.isdigit() else ""


def _web_address(address: str) -> str:
    """Return an address that may be followed, or nothing."""
    try:
        return address if urlsplit(address).scheme in ("http", "https") else ""
    except ValueError:  # such as an unclosed bracket
        return ""
