"""Plain text that stays plain on Slack: rich text elements, which know no markup at all.

In rich text nothing is read as markup, mention or command, so that whatever people wrote
is shown letter for letter and pings nobody.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Element = Mapping[str, Any]

TEXT_MAX = 2900  # of 3000: what Slack takes in one text


def escaped(text: str) -> str:
    """Escape what Slack reads as a mention, a link or an entity in a fallback text."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def clip(text: str, size: int) -> str:
    """Shorten a label that Slack would refuse."""
    return text if len(text) <= size else f"{text[: size - 1].rstrip()}…"


def run(text: str, *styles: str) -> Element:
    """Return a run of text in these styles (bold, italic, strike)."""
    run: dict[str, Any] = {"type": "text", "text": text}
    if styles:
        run["style"] = dict.fromkeys(styles, True)
    return run


def link(address: str, title: str) -> Element:
    """Return a link that leads where it says."""
    return {"type": "link", "url": address, "text": title}


def user(account: str) -> Element:
    """Return the mention of an account, which pings it."""
    return {"type": "user", "user_id": account}


def section(*runs: Element) -> Element:
    """Return a paragraph; Slack refuses empty ones and empty runs."""
    kept = [each for each in runs if each.get("text") or each["type"] == "user"]
    return {"type": "rich_text_section", "elements": kept or [run(" ")]}


def quote(*runs: Element) -> Element:
    """Return a quotation."""
    return {**section(*runs), "type": "rich_text_quote"}


def bullets(items: Sequence[Element], *, ordered: bool = False) -> Element:
    """Return a list of sections."""
    style = "ordered" if ordered else "bullet"
    return {"type": "rich_text_list", "style": style, "elements": list(items)}


def block(*elements: Element) -> Element:
    """Return a block of rich text."""
    return {"type": "rich_text", "elements": list(elements)}


def pieces(text: str, size: int = TEXT_MAX) -> Iterator[str]:
    """Cut a long text at paragraphs, else at lines, else at words."""
    rest = text
    while len(rest) > size:
        cut = _cut(rest, size)
        yield rest[:cut].rstrip()
        rest = rest[cut:].lstrip("\n")
    if rest:
        yield rest


def _cut(text: str, size: int) -> int:
    for separator in ("\n\n", "\n", " "):
        found = text.rfind(separator, size // 3, size)
        if found > 0:
            return found + (separator == " ")
    return size
