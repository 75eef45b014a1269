"""`entraide`: everything that an operator or a writer of cases does from a terminal."""

import sys
from collections.abc import Sequence

import typer

from bot.cli import (
    backup,
    cases,
    communities,
    database,
    discord,
    keys,
    measuring,
    model,
    serving,
    slack,
)
from bot.cli.doctor import doctor
from bot.cli.finding import search
from bot.cli.masking import redact
from bot.cli.output import complain
from bot.cli.simulating import simulate
from bot.cli.triaging import triage
from bot.settings import InvalidSettings
from knowledge.casebook import InvalidFile

app = typer.Typer(
    help="Confidential peer support for community managers in a crisis.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold what people wrote
    rich_markup_mode="rich",
)
app.command(rich_help_panel="Serve")(serving.demo)
app.command(rich_help_panel="Serve")(serving.run)
app.command(rich_help_panel="Serve")(doctor)
app.add_typer(database.app, name="db", rich_help_panel="Serve")
app.command(rich_help_panel="Serve")(backup.backup)
app.command(rich_help_panel="Serve")(backup.restore)
app.add_typer(keys.app, name="keys", rich_help_panel="Serve")
app.add_typer(communities.app, name="community", rich_help_panel="Serve")
app.add_typer(discord.app, name="discord", rich_help_panel="Serve")
app.add_typer(slack.app, name="slack", rich_help_panel="Serve")
app.command(rich_help_panel="Serve")(simulate)
app.command(rich_help_panel="Remember")(search)
app.add_typer(cases.app, name="cases", rich_help_panel="Remember")
app.command(rich_help_panel="Remember")(redact)
app.command(rich_help_panel="Remember")(triage)
app.add_typer(model.app, name="model", rich_help_panel="Remember")
app.add_typer(measuring.app, name="eval", rich_help_panel="Remember")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; what is wrong is said in words, with what to do."""
    try:
        app(args=arguments, prog_name="entraide")
    except InvalidSettings as invalid:
        complain(str(invalid), advice="Every setting is explained in .env.example.")
        sys.exit(2)
    except InvalidFile as invalid:
        complain(str(invalid), advice="entraide cases lint says everything that is wrong.")
        sys.exit(1)
