"""JSON Lines in, JSON Lines out: what the batch commands share."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, TextIO

import typer

from bot.cli.output import Advance, progress, stop

STDIN = Path("-")

LinesFile = Annotated[
    Path | None,
    typer.Option(
        "--jsonl",
        metavar="FILE",
        help="Read one JSON object a line, print one a line; - is standard input.",
    ),
]


@contextmanager
def reading(path: Path, description: str) -> Iterator[tuple[TextIO, Advance]]:
    """Open a file for a batch, with progress; a line that it cannot use ends the command."""
    source = sys.stdin if path == STDIN else path.open(encoding="utf-8-sig")
    with refused(path), source, progress(description) as advance:
        yield source, advance


@contextmanager
def refused(place: Path) -> Iterator[None]:
    """End the command with what a batch says of a line that it cannot use."""
    try:
        yield
    except UnicodeDecodeError:
        stop(f"{place}: not UTF-8", advice="Save it as UTF-8 and try again.")
    except KeyError as missing:
        stop(f"{place}: a line has no {missing}", advice="--help shows what a line holds.")
    except ValueError as problem:
        stop(f"{place}: {problem}", advice="--help shows what a line holds.")


def one_of(text: str, jsonl: Path | None, *, example: str) -> str:
    """Return the text to read, empty when there is a file; end unless exactly one is given."""
    if jsonl and jsonl != STDIN and not jsonl.is_file():
        stop(f"{jsonl}: there is no such file", code=2)
    given = sys.stdin.read() if text == "-" else text
    if bool(given.strip()) == bool(jsonl):
        stop("give either a text or --jsonl FILE", advice=f"For example: {example}", code=2)
    return given
