"""`entraide`: everything that an operator or a writer of cases does from a terminal."""

import typer

from bot.cli import cases, database, measuring, serving
from bot.cli.doctor import doctor
from bot.cli.finding import search

app = typer.Typer(
    help="Confidential peer support for community managers in a crisis.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold what people wrote
    rich_markup_mode="rich",
)
app.command()(search)
app.command()(doctor)
app.command()(serving.run)
app.command()(serving.demo)
app.command()(measuring.redact)
app.command()(measuring.triage)
app.add_typer(cases.app, name="cases")
app.add_typer(database.app, name="db")
app.add_typer(measuring.app, name="eval")


def main() -> None:
    """Run the command line."""
    app()
