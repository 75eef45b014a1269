"""How the command line speaks: results on standard output, progress and faults on error."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn

out = Console()
err = Console(stderr=True)


def print_json(data: Any) -> None:
    """Print ``data`` as JSON and nothing else, for other programs."""
    typer.echo(json.dumps(data, ensure_ascii=False, indent=2))


def stop(message: str, *, advice: str = "", code: int = 1) -> NoReturn:
    """End with a message that says what to do."""
    err.print(f"[bold red]✗[/] {message}", highlight=False)
    if advice:
        err.print(f"  {advice}", highlight=False)
    raise typer.Exit(code)


@contextmanager
def progress(description: str, total: int | None = None) -> Iterator[Progress]:
    """Show how far a long piece of work got."""
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=err, transient=True) as bar:
        bar.add_task(description, total=total)
        yield bar
