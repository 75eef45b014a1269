"""`entraide slack`: what an administrator needs to make the Slack app."""

from typing import Annotated

import typer

from adapters.slack.manifest import manifest as make_manifest
from bot.cli.output import print_json
from bot.settings import read_settings
from bot.wording import load

app = typer.Typer(no_args_is_help=True)


@app.callback()
def slack() -> None:
    """Prepare the Slack app."""


@app.command()
def manifest(
    url: Annotated[
        str, typer.Option(help="Public address (https://…) for HTTP; none: Socket Mode.")
    ] = "",
) -> None:
    """Print the manifest to paste at api.slack.com/apps, “From a manifest”."""
    print_json(make_manifest(load(), language=read_settings().language, public_url=url))
