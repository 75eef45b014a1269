"""Each neutral block as text in Discord's markup."""

from collections.abc import Sequence

from adapters.discord.markdown import changed, marked, plain, quoted
from bot.ui.screen import (
    Block,
    Bullets,
    Called,
    Diff,
    Facts,
    File,
    Fold,
    Heading,
    Image,
    Links,
    Marked,
    Quote,
    Step,
    Table,
    Text,
    Timeline,
)


def block_text(block: Block) -> str:
    """Return a block as markup; files are no text, folded blocks are unfolded."""
    match block:
        case Text(text):
            return plain(text)
        case Heading(text):
            return f"**{plain(text)}**"
        case Quote(text, by):
            return f"**{plain(by)}**\n{quoted(text)}" if by else quoted(text)
        case Marked(text, masks, doubts):
            return marked(text, masks, doubts)
        case Diff(pieces):
            return changed(pieces)
        case Image() | File():
            return ""
        case Called(people):
            return " ".join(f"<@{account}>" for _, account in people)
        case _:
            return _list_text(block)


def _list_text(block: Facts | Bullets | Table | Timeline | Links | Fold) -> str:
    match block:
        case Facts(rows):
            return "\n".join(f"**{plain(label)}** · {plain(value)}" for label, value in rows)
        case Bullets(items, ordered):
            return "\n".join(_bullet(n, item, ordered) for n, item in enumerate(items, 1))
        case Table(header, rows):
            return "\n".join(_row(header, row) for row in (rows or (header,)))
        case Timeline(steps):
            return "\n".join(_step(step) for step in steps)
        case Links(items):
            return "\n".join(f"- {plain(title)} <{address}>" for title, address in items)
        case Fold(label, blocks):
            return "\n".join([f"**{plain(label)}**", *map(block_text, blocks)])


def _bullet(number: int, item: str, ordered: bool) -> str:
    return f"{number}. {plain(item)}" if ordered else f"- {plain(item)}"


def _row(header: Sequence[str], row: Sequence[str]) -> str:
    """Return a row as a list item: Discord has no tables, and phones are narrow."""
    first, *others = row
    # Of more than two columns, each cell needs its heading to mean anything.
    named = len(row) > 2
    cells = [
        f"{plain(head)} **{plain(cell)}**" if named else plain(cell)
        for head, cell in zip(header[1:], others, strict=False)
        if cell
    ]
    return " · ".join((f"- **{plain(first)}**", *cells))


def _step(step: Step) -> str:
    head = f"- **{plain(step.at)}** {plain(step.event)}"
    return f"{head}\n  → {plain(step.response)}" if step.response else head
