"""How the command line speaks: results on standard output, progress and faults on error."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

out = Console()
err = Console(stderr=True)

# Hears how many steps of how many (when that is known) are done.
Advance = Callable[[int, int | None], None]


def print_json(data: Any) -> None:
    """Print ``data`` as JSON and nothing else, for other programs."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def print_line(line: str) -> None:
    """Print one line of JSON Lines as it is ready, so that a pipe can work on it."""
    typer.echo(line)
    sys.stdout.flush()


def stop(message: str, *, advice: str = "", code: int = 1) -> NoReturn:
    """End with a message that says what to do."""
    complain(message, advice=advice)
    raise typer.Exit(code)


def complain(message: str, *, advice: str = "") -> None:
    """Say what is wrong and what to do, on standard error."""
    err.print(f"[bold red]✗[/] {escape(message)}", highlight=False, soft_wrap=True)
    if advice:
        err.print(f"  {escape(advice)}", highlight=False, soft_wrap=True)


@contextmanager
def progress(description: str) -> Iterator[Advance]:
    """Show how far a long piece of work got; gone when it is done."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        task = bar.add_task(description, total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
