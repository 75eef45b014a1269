"""`entraide redact`, `triage` and `eval`: JSONL in, JSONL or figures out, progress on error."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import typer

from bot.cli.output import progress, stop

app = typer.Typer(help="Measure the memory on your own files.", no_args_is_help=True)

FILE = typer.Option("--jsonl", help="JSON Lines file to read.", exists=True, dir_okay=False)
NO_MODEL = typer.Option("--no-model", help="Without the sentence model.")


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON Lines file; ends with the line that is wrong."""
    rows = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError as error:
            stop(f"{path}:{number}: not JSON: {error.msg}", advice="One object a line.")
    return rows


def print_lines(rows: Iterable[dict[str, Any]], description: str, total: int) -> None:
    """Print one JSON object a line, with progress on standard error."""
    with progress(description, total) as bar:
        for row in rows:
            typer.echo(json.dumps(row, ensure_ascii=False))
            bar.advance(bar.task_ids[0])
