"""`entraide model`: the sentence model of the search."""

from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.memory import open_model
from bot.cli.output import err, out, print_json, stop
from bot.settings import read_settings
from knowledge.embedder import fetch_model

app = typer.Typer(no_args_is_help=True)


@app.callback()
def model() -> None:
    """Look at the sentence model of the search, and fetch it."""


@app.command()
def show(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Say which model the search uses, and why."""
    _, mode = open_model(read_settings(), no_model=False)
    if as_json:
        print_json(asdict(mode))
    else:
        out.print(" ".join(filter(None, (mode.kind, mode.model))) + f": {mode.reason}")


@app.command()
def fetch(
    name: Annotated[
        str, typer.Argument(help="Name on the hub; by default the one that the settings name.")
    ] = "",
) -> None:
    """Download a model once, so that the search uses it from its next start."""
    wanted = name or read_settings().wanted_model
    if not wanted:
        stop("the settings ask for no model", advice="Name one, or set ENTRAIDE_MODEL.")
    err.print(f"Fetching {wanted}", highlight=False)
    try:
        folder = fetch_model(wanted)
    except (OSError, ValueError, ImportError) as error:
        stop(
            f"{wanted} could not be fetched ({type(error).__name__})",
            advice="Check its name and the network; HF_HUB_OFFLINE must not be set.",
        )
    out.print(f"✓ {folder}", highlight=False)
