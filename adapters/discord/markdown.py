"""Plain text that stays plain in Discord's markup, and the few marks that we add ourselves."""

import re
from collections.abc import Sequence

from bot.ui.screen import Change, Span

# Links stay as they are: an escaped one would lead elsewhere.
_LINK = re.compile(r"https?://[^\s<>]+")
_MARKUP = re.compile(r"([\\*_~|`\[\]<])")
_LINE_MARKUP = re.compile(r"^([^\S\n]*)(#|>|-|\d+\.)", re.MULTILINE)
_CHANGES = {Change.SAME: "{}", Change.ADDED: "__{}__", Change.REMOVED: "~~{}~~"}


def plain(text: str) -> str:
    """Escape markup and mentions, so that the text is shown letter for letter."""
    pieces: list[str] = []
    end = 0
    for link in _LINK.finditer(text):
        pieces += [_escaped(text[end : link.start()]), link.group()]
        end = link.end()
    return "".join([*pieces, _escaped(text[end:])])


def _escaped(text: str) -> str:
    return _LINE_MARKUP.sub(_escape_line, _MARKUP.sub(r"\\\1", text))


def _escape_line(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark[:-1]}\\{mark[-1]}"


def quoted(text: str) -> str:
    """Return somebody's words as a quotation, line by line."""
    return "\n".join(f"> {line}" for line in plain(text).splitlines())


def small(text: str) -> str:
    """Return a footnote."""
    return "\n".join(f"-# {line}" for line in plain(text).splitlines() if line.strip())


def marked(text: str, masks: Sequence[Span], doubts: Sequence[Span]) -> str:
    """Return a text with its masks in bold and its doubts underlined."""
    marks = sorted(
        [(s.start, s.end, "**") for s in masks] + [(s.start, s.end, "__") for s in doubts]
    )
    pieces: list[str] = []
    end = 0
    for start, stop, sign in marks:
        if start < end or start == stop:
            continue
        pieces += [plain(text[end:start]), sign, plain(text[start:stop]), sign]
        end = stop
    return "".join([*pieces, plain(text[end:])])


def changed(pieces: Sequence[tuple[Change, str]]) -> str:
    """Return two versions in one: what came is underlined, what went is struck."""
    return "".join(_around(_CHANGES[change], text) for change, text in pieces)


def _around(pattern: str, text: str) -> str:
    """Put marks around the words only: Discord ignores marks next to white space."""
    core = text.strip()
    if not core:
        return text
    before, _, after = text.partition(core)
    return f"{before}{pattern.format(plain(core))}{after}"


def split(text: str, size: int) -> list[str]:
    """Cut a long text at paragraphs, else at lines, else at words, never inside an escape."""
    pieces: list[str] = []
    rest = text
    while len(rest) > size:
        cut = _cut(rest, size)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip("\n")
    return [*pieces, rest] if rest else pieces


def _cut(text: str, size: int) -> int:
    for separator in ("\n\n", "\n", " "):
        found = text.rfind(separator, size // 3, size)
        if found > 0:
            return found + (separator == " ")
    backslashes = len(text[:size]) - len(text[:size].rstrip("\\"))
    return size - backslashes % 2
