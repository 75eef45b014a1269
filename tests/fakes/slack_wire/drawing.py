"""Draws what Slack was sent as a page: near enough to read, and never to be taken for it."""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

Block = Mapping[str, Any]

LABEL = "Drawn from what Slack is sent, not a screenshot of Slack"

_MARKS = {"white_check_mark": "✔", "hourglass_flowing_sand": "⌛", "warning": "⚠"}
# Signs as they are in a font that every machine has.
_GLYPHS = {ord(sign): "●" for sign in "🔴🟠🔵🟢💜"}
_TAGS = {"bold": "b", "italic": "i", "strike": "s"}
_STYLE = """
* { box-sizing: border-box; margin: 0 }
body { background: #f4f2f5; color: #1d1c1d; font: 15px/1.45 'DejaVu Sans', sans-serif;
       padding: 20px; width: max-content; max-width: 1500px }
.panes { display: flex; gap: 20px; align-items: flex-start }
.pane { width: 470px; max-height: 1150px; overflow: hidden; background: #fff;
        border: 1px solid #dddbde; border-radius: 8px; padding: 14px }
.pane > h2 { font-size: 14px; color: #616061; font-weight: 600; margin-bottom: 10px }
.message { margin: 12px 0 } .author { font-weight: 700; font-size: 14px }
.app { background: #e8e5e9; color: #616061; border-radius: 3px; font-size: 10px; padding: 1px 4px;
       margin-left: 5px }
p, li { margin: 4px 0; white-space: pre-wrap; overflow-wrap: anywhere }
ul, ol { padding-left: 22px }
h3 { font-size: 17px; margin: 6px 0 } small { color: #616061 }
hr { border: 0; border-top: 1px solid #dddbde; margin: 12px 0 }
blockquote { border-left: 4px solid #dddbde; padding-left: 10px; margin: 4px 0 }
.row { display: flex; flex-wrap: wrap; gap: 7px; margin: 8px 0 2px }
.button { border: 1px solid #b9b7ba; border-radius: 5px; padding: 4px 12px; font-size: 14px;
          font-weight: 600 }
.primary { background: #007a5a; border-color: #007a5a; color: #fff }
.danger { color: #c01343; border-color: #c01343 }
.input { border: 1px solid #b9b7ba; border-radius: 5px; padding: 7px 10px; color: #616061;
         width: 100%; margin-top: 4px; white-space: pre-wrap }
.long { min-height: 74px } .typed { color: #1d1c1d }
.label { margin-top: 12px; font-weight: 700 } .hint { color: #616061; font-size: 12.5px }
.reaction { display: inline-block; background: #eeecef; border-radius: 9px; padding: 1px 8px;
            margin-top: 4px; font-size: 13px }
footer { color: #616061; font-size: 12px; margin-top: 14px; text-align: right }
"""


def page(panes: Iterable[tuple[str, str]]) -> str:
    """Return a page of titled panes, with the label that says what it is."""
    drawn = "".join(f'<div class="pane"><h2>{escape(t)}</h2>{body}</div>' for t, body in panes)
    head = f'<!doctype html><meta charset="utf-8"><style>{_STYLE}</style>'
    return f'{head}<div class="panes">{drawn}</div><footer>{LABEL}</footer>'


def view(shown: Block, typed: Mapping[str, str] | None = None) -> str:
    """Return a modal or an App Home; ``typed`` is what stands in its questions."""
    title = f"<h3>{_text(shown['title'])}</h3>" if "title" in shown else ""
    submit = shown.get("submit")
    sent = f'<div class="row"><span class="button primary">{_text(submit)}</span></div>'
    return f"{title}{blocks(shown['blocks'], typed or {})}{sent if submit else ''}"


def message(body: Block, author: str, *, is_app: bool, marks: Iterable[str] = ()) -> str:
    """Return a message with its author."""
    app = '<span class="app">APP</span>' if is_app else ""
    shown = blocks(body["blocks"], {}) if "blocks" in body else f"<p>{escape(body['text'])}</p>"
    foot = "".join(f'<span class="reaction">{_MARKS[mark]} 1</span> ' for mark in marks)
    return (
        f'<div class="message"><div class="author">{escape(author)}{app}</div>{shown}{foot}</div>'
    )


def blocks(shown: Iterable[Block], typed: Mapping[str, str]) -> str:
    """Return blocks in order."""
    return "".join(
        _question(each, typed) if each["type"] == "input" else _BLOCKS[each["type"]](each)
        for each in shown
    )


def _question(each: Block, typed: Mapping[str, str]) -> str:
    asked = each["element"]
    value = typed.get(each.get("block_id", ""), asked.get("initial_value", ""))
    held = value or _text(asked.get("placeholder")) or "&nbsp;"
    kind = f"input{' long' if asked.get('multiline') else ''}{' typed' if value else ''}"
    field = f'<div class="{kind}">{escape(value) if value else held}</div>'
    if asked["type"] == "checkboxes":
        field = "".join(map(_box, asked["options"]))
    hint = f'<div class="hint">{_text(each["hint"])}</div>' if "hint" in each else ""
    optional = " <small>(optional)</small>" if each.get("optional") else ""
    return f'<div class="label">{_text(each["label"])}{optional}</div>{field}{hint}'


def _box(option: Block) -> str:
    hint = _text(option.get("description"))
    return f'<p>☐ {_text(option["text"])}</p><div class="hint">{hint}</div>'


def _text(text: Any) -> str:
    return escape(text["text"]).translate(_GLYPHS) if text else ""


def _actions(each: Block) -> str:
    return f'<div class="row">{"".join(map(_element, each["elements"]))}</div>'


def _element(each: Block) -> str:
    if each["type"] == "button":
        return f'<span class="button {each.get("style", "")}">{_text(each["text"])}</span>'
    return f'<span class="button">{_text(each.get("placeholder")) or "⋯"} ▾</span>'


def _context(each: Block) -> str:
    return "".join(f"<p><small>{_text(part)}</small></p>" for part in each["elements"])


def _section(each: Block) -> str:
    more = ' <span class="button">⋯</span>' if "accessory" in each else ""
    return f"<p>{_text(each['text'])}{more}</p>"


def _rich(each: Block) -> str:
    return "".join(map(_rich_part, each["elements"]))


def _rich_part(part: Block) -> str:
    match part["type"]:
        case "rich_text_list":
            tag = "ol" if part["style"] == "ordered" else "ul"
            items = "".join(f"<li>{_runs(item)}</li>" for item in part["elements"])
            return f"<{tag}>{items}</{tag}>"
        case "rich_text_quote":
            return f"<blockquote>{_runs(part)}</blockquote>"
        case _:
            return f"<p>{_runs(part)}</p>"


def _runs(part: Block) -> str:
    return "".join(map(_run, part["elements"]))


def _run(each: Block) -> str:
    text = escape(each.get("text") or f"@{each.get('user_id', '')}")
    for style in each.get("style", {}):
        text = f"<{_TAGS[style]}>{text}</{_TAGS[style]}>"
    return text


_BLOCKS: Mapping[str, Callable[[Block], str]] = {
    "header": lambda each: f"<h3>{_text(each['text'])}</h3>",
    "divider": lambda each: "<hr>",
    "image": lambda each: f"<p>🖼 <small>{escape(each['alt_text'])}</small></p>",
    "actions": _actions,
    "context": _context,
    "section": _section,
    "rich_text": _rich,
}
