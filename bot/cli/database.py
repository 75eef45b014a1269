"""`entraide db`: the database's own upkeep."""

import asyncio

import typer

from adapters.store.migrations import upgrade as upgrade_schema
from adapters.store.private import make_folder
from bot.cli.output import out
from bot.settings import read_settings

app = typer.Typer(no_args_is_help=True)


@app.callback()
def database() -> None:
    """Keep the database in shape."""


@app.command()
def upgrade() -> None:
    """Make the tables, or bring them up to date; safe to run again."""
    settings = read_settings()
    make_folder(settings.state_dir)
    asyncio.run(upgrade_schema(settings.database))
    out.print("✓ the database is up to date")
