"""What a person sees of a message, a form or an answer: the text, buttons, lists, fields."""

import re
from collections.abc import Iterator
from typing import Any

from tests.fakes.discord_wire.town import Json

ROW, BUTTON, SELECT, TEXT_INPUT, ROLES, CHANNELS, TEXT, CHECKBOX = 1, 2, 3, 4, 6, 8, 10, 23


def parts(components: Any) -> Iterator[Json]:
    """Walk through components and what they contain."""
    for each in components or ():
        yield each
        yield from parts(each.get("components"))
        if "component" in each:
            yield each["component"]


def text(shown: Json) -> str:
    """Return all the words of a message or a form, as Discord displays them."""
    words = [shown.get("title", ""), shown.get("content", "")]
    for part in parts(shown.get("components")):
        words += [part.get(name, "") for name in ("content", "label", "description", "value")]
        words += [option["label"] for option in part.get("options", ())]
        words += [item.get("description", "") for item in part.get("items", ())]
    return "\n".join(displayed(word) for word in words if isinstance(word, str) and word)


def displayed(markup: str) -> str:
    """Return markup as it is displayed: marks gone, escaped characters themselves."""
    bare = re.sub(r"(?<!\\)(\*\*|__|~~)|^(?:### |-# |> )", "", markup, flags=re.MULTILINE)
    return re.sub(r"\\([\\*_~|`\[\]<#>\-.])", r"\1", bare)


def buttons(shown: Json) -> list[Json]:
    return [part for part in parts(shown.get("components")) if part["type"] == BUTTON]


def lists(shown: Json) -> list[Json]:
    return [part for part in parts(shown.get("components")) if part["type"] == SELECT]


def fields(modal: Json) -> list[Json]:
    kinds = (TEXT_INPUT, SELECT, ROLES, CHANNELS, CHECKBOX)
    return [part for part in parts(modal.get("components")) if part["type"] in kinds]
