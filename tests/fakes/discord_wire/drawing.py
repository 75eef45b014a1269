"""Draws what Discord was sent as a page: near enough to read, and never to be taken for it."""

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from tests.fakes.discord_wire.town import BOT, Json

LABEL = "Drawn from what Discord is sent, not a screenshot of Discord"

_GLYPHS = {"✅": "✔", "⏳": "⌛", "⚠": "⚠"}  # as they are in a font that every machine has
_MENTION = f"<@{BOT}>"
_STYLE = """
* { box-sizing: border-box; margin: 0 }
body { background: #313338; color: #dbdee1; font: 15px/1.4 'DejaVu Sans', sans-serif;
       padding: 20px; width: max-content; max-width: 1500px }
.panes { display: flex; gap: 20px; align-items: flex-start }
.pane { width: 470px; max-height: 1150px; overflow: hidden; background: #2b2d31;
        border-radius: 8px; padding: 14px }
.pane > h2 { font-size: 14px; color: #949ba4; font-weight: 600; margin-bottom: 10px }
.message { margin: 12px 0 } .author { font-weight: 600; font-size: 14px; color: #f2f3f5 }
.app { background: #5865f2; border-radius: 3px; font-size: 10px; padding: 1px 4px;
       margin-left: 5px }
.box { background: #313338; border: 1px solid #3f4147; border-left: 4px solid #4e5058;
       border-radius: 6px; padding: 10px 12px; margin-top: 6px }
.box p, .plain p { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere }
h3 { font-size: 17px; color: #f2f3f5; margin: 2px 0 6px } small { color: #949ba4 }
blockquote { border-left: 3px solid #4e5058; padding-left: 9px; margin: 3px 0 }
.row { display: flex; flex-wrap: wrap; gap: 7px; margin: 8px 0 2px }
.button { background: #4e5058; border-radius: 6px; padding: 5px 13px; font-size: 14px; color: #fff }
.s1 { background: #5865f2 } .s4 { background: #da373c }
.input { background: #1e1f22; border-radius: 5px; padding: 9px 11px; color: #949ba4; width: 100%;
         margin-top: 5px; white-space: pre-wrap }
.long { min-height: 74px } .typed { color: #dbdee1 }
.label { margin-top: 13px; font-weight: 600; font-size: 14px } .label i { color: #f23f43 }
.hint { color: #949ba4; font-size: 12.5px }
.private { color: #949ba4; font-size: 12px; margin-top: 5px }
.reaction { display: inline-block; background: #3b3d44; border-radius: 7px; padding: 1px 8px;
            margin-top: 4px; font-size: 13px }
footer { color: #949ba4; font-size: 12px; margin-top: 14px; text-align: right }
"""


def page(panes: Iterable[tuple[str, str]]) -> str:
    """Return a page of titled panes, with the label that says what it is."""
    drawn = "".join(f'<div class="pane"><h2>{escape(t)}</h2>{body}</div>' for t, body in panes)
    head = f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>'
    return f'{head}<div class="panes">{drawn}</div><footer>{LABEL}</footer>'


def message(shown: Json, author: str, *, private: str = "", reactions: Iterable[str] = ()) -> str:
    """Return a message with its author; ``private`` is what Discord writes under answers."""
    app = '<span class="app">APP</span>' if shown["author"].get("bot") else ""
    content = f"<p>{_inline(shown['content'])}</p>" if shown["content"] else ""
    body = f'<div class="plain">{content}{_all(shown["components"])}</div>'
    marks = "".join(f'<span class="reaction">{_GLYPHS[each]} 1</span> ' for each in reactions)
    foot = f'<div class="private">{escape(private)}</div>' if private else ""
    head = f'<div class="author">{escape(author)}{app}</div>'
    return f'<div class="message">{head}{body}{marks}{foot}</div>'


def form(modal: Json, typed: dict[str, str]) -> str:
    """Return an open form; ``typed`` is what stands in its questions."""
    fields = "".join(
        _question(each, typed) if each["type"] == 18 else f"<p>{_inline(each['content'])}</p>"
        for each in modal["components"]
    )
    return f'<div class="box"><h3>{escape(modal["title"])}</h3>{fields}</div>'


def _question(label: Json, typed: dict[str, str]) -> str:
    inner = label["component"]
    star = " <i>*</i>" if inner.get("required") else ""
    hint = (
        f'<div class="hint">{escape(label["description"])}</div>' if "description" in label else ""
    )
    value = typed.get(inner["custom_id"], inner.get("value", ""))
    kind = "input long" if inner.get("style") == 2 else "input"
    text = escape(value or inner.get("placeholder", "")) or "&nbsp;"
    field = f'<div class="{kind}{" typed" if value else ""}">{text}</div>'
    if inner["type"] == 23:
        field = f'<div class="hint">☐ {escape(label["label"])}</div>'
    return f'<div class="label">{escape(label["label"])}{star}</div>{hint}{field}'


def _all(components: Iterable[Json]) -> str:
    return "".join(_DRAWN[each["type"]](each) for each in components)


def _container(each: Json) -> str:
    colour = each.get("accent_color")
    style = f' style="border-left-color:#{colour:06x}"' if colour is not None else ""
    return f'<div class="box"{style}>{_all(each["components"])}</div>'


def _row(each: Json) -> str:
    return f'<div class="row">{_all(each["components"])}</div>'


def _button(each: Json) -> str:
    return f'<span class="button s{each["style"]}">{escape(each["label"])}</span>'


def _select(each: Json) -> str:
    return f'<div class="input">{escape(each.get("placeholder", ""))} ▾</div>'


def _text(each: Json) -> str:
    return "".join(map(_line, each["content"].split("\n")))


def _gallery(each: Json) -> str:
    described = (item.get("description", "") for item in each["items"])
    return "".join(f"<p>🖼 <small>{escape(text)}</small></p>" for text in described)


_DRAWN: dict[int, Callable[[Any], str]] = {
    1: _row, 2: _button, 3: _select, 10: _text, 12: _gallery, 17: _container
}  # fmt: skip
_LINES = (("### ", "h3"), ("-# ", "small"), ("> ", "blockquote"))


def _line(line: str) -> str:
    for mark, tag in _LINES:
        if line.startswith(mark):
            return f"<{tag}>{_inline(line.removeprefix(mark))}</{tag}>"
    bullet = re.sub(r"^( *)- ", r"\1• ", line)
    return f"<p>{_inline(bullet)}</p>"


def _inline(text: str) -> str:
    """Return a line's marks as tags; what was escaped is only itself."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(found.group(1))
        return chr(0xE000 + len(kept) - 1)

    text = text.replace(_MENTION, "@Entraide")
    bare = escape(re.sub(r"\\(.)", keep, text), quote=False)
    for mark, tag in ((r"\*\*", "b"), ("__", "u"), ("~~", "s")):
        bare = re.sub(rf"{mark}(.+?){mark}", rf"<{tag}>\1</{tag}>", bare)
    return re.sub("[\ue000-\uf8ff]", lambda f: escape(kept[ord(f.group()) - 0xE000]), bare)
