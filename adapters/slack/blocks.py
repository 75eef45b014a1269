"""Each neutral block as Slack's blocks."""

from collections.abc import Iterator, Mapping, Sequence

from adapters.slack import rich
from adapters.slack.rich import Element
from bot.ui.screen import (
    Block,
    Bullets,
    Called,
    Change,
    Diff,
    Facts,
    File,
    Fold,
    Heading,
    Image,
    Links,
    Marked,
    Quote,
    Span,
    Step,
    Table,
    Text,
    Timeline,
)

ITEMS_MAX = 20  # of a list; a longer one becomes several, so that pages can be cut between
ALT_MAX = 1900
_STYLES: Mapping[Change, Sequence[str]] = {
    Change.SAME: (),
    Change.ADDED: ("bold",),
    Change.REMOVED: ("strike",),
}


def block_parts(block: Block, files: Mapping[str, str]) -> Iterator[Element]:
    """Return a neutral block as blocks; ``files`` are the uploaded pictures by their id."""
    match block:
        case Text(text):
            yield from (rich.block(rich.section(rich.run(p))) for p in rich.pieces(text))
        case Heading(text):
            yield rich.block(rich.section(rich.run(text, "bold")))
        case Quote(text, by):
            yield from _quote(text, by)
        case Marked():
            yield from _marked(block)
        case Diff(pieces):
            runs = [rich.run(text, *_STYLES[change]) for change, text in pieces]
            yield rich.block(rich.section(*runs))
        case Called(people):
            pings = [run for _, who in people for run in (rich.user(who), rich.run(" "))]
            yield rich.block(rich.section(*pings))
        case Image() | File():
            yield from _enclosed(block, files)
        case Fold(label, blocks):
            yield rich.block(rich.section(rich.run(label, "bold")))
            for inner in blocks:
                yield from block_parts(inner, files)
        case _:
            yield from _lists(_items(block), ordered=isinstance(block, Bullets) and block.ordered)


def _enclosed(block: Image | File, files: Mapping[str, str]) -> Iterator[Element]:
    if isinstance(block, Image):
        yield picture(block, files)
    else:
        yield from block_parts(Fold(block.name, (Text(block.text),)), files)


def picture(image: Image, files: Mapping[str, str]) -> Element:
    """Return a picture that was uploaded before."""
    file = files[image.picture.id]
    alt = rich.clip(image.alt, ALT_MAX)
    return {"type": "image", "slack_file": {"id": file}, "alt_text": alt}


def _quote(text: str, by: str) -> Iterator[Element]:
    author = [rich.section(rich.run(by, "bold"))] if by else []
    for piece in rich.pieces(text or " "):
        yield rich.block(*author, rich.quote(rich.run(piece)))
        author = []


def _items(block: Facts | Bullets | Table | Timeline | Links) -> list[Element]:
    match block:
        case Facts(rows):
            return [_labelled(label, value) for label, value in rows]
        case Bullets(items):
            return [rich.section(rich.run(item)) for item in items]
        case Table(header, rows):
            return [_row(header, row) for row in (rows or (header,))]
        case Timeline(steps):
            return [_step(step) for step in steps]
        case Links(items):
            return [rich.section(rich.link(address, title)) for title, address in items]


def _lists(items: Sequence[Element], *, ordered: bool) -> Iterator[Element]:
    for start in range(0, len(items), ITEMS_MAX):
        found = rich.bullets(items[start : start + ITEMS_MAX], ordered=ordered)
        offset = {"offset": start} if ordered and start else {}
        yield rich.block({**found, **offset})


def _labelled(label: str, value: str) -> Element:
    return rich.section(rich.run(label, "bold"), rich.run(" · "), rich.run(value))


def _row(header: Sequence[str], row: Sequence[str]) -> Element:
    """Return a row as a list item: modals have no tables, and phones are narrow."""
    first, *others = row
    # Of more than two columns, each cell needs its heading to mean anything.
    named = len(row) > 2
    cells = [
        f"{head} {cell}" if named else cell
        for head, cell in zip(header[1:], others, strict=False)
        if cell
    ]
    rest = " · ".join(cells)
    return _labelled(first, rest) if rest else rich.section(rich.run(first, "bold"))


def _step(step: Step) -> Element:
    response = [rich.run(f"\n→ {step.response}")] if step.response else []
    return rich.section(rich.run(f"{step.at} ", "bold"), rich.run(step.event), *response)


def _marked(block: Marked) -> Iterator[Element]:
    """Show masks in bold and doubts in italics."""
    marks = sorted(
        [(s, "bold") for s in block.masks] + [(s, "italic") for s in block.doubts],
        key=lambda mark: mark[0].start,
    )
    runs: list[Element] = []
    end = 0
    for span, style in marks:
        if span.start >= end and span.start < span.end:
            runs += [*_runs(block.text[end : span.start]), *_span(block.text, span, style)]
            end = span.end
    yield from _sections([*runs, *_runs(block.text[end:])])


def _span(text: str, span: Span, style: str) -> Iterator[Element]:
    yield from (rich.run(piece, style) for piece in rich.pieces(text[span.start : span.end]))


def _runs(text: str) -> Iterator[Element]:
    """Return plain runs, none too long; white space at their ends matters here."""
    for start in range(0, len(text), rich.TEXT_MAX):
        yield rich.run(text[start : start + rich.TEXT_MAX])


def _sections(runs: Sequence[Element]) -> Iterator[Element]:
    kept: list[Element] = []
    for each in runs:
        if kept and sum(len(r["text"]) for r in (*kept, each)) > rich.TEXT_MAX:
            yield rich.block(rich.section(*kept))
            kept = []
        kept.append(each)
    if kept:
        yield rich.block(rich.section(*kept))
