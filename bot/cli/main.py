"""`entraide`: everything that an operator or a writer of cases does from a terminal."""

import typer

from bot.cli import cases, database, serving

app = typer.Typer(
    help="Confidential peer support for community managers in a crisis.",
    no_args_is_help=True,
    pretty_exceptions_show_locals=False,  # locals may hold what people wrote
    rich_markup_mode="rich",
)
app.command()(serving.run)
app.command()(serving.demo)
app.add_typer(cases.app, name="cases")
app.add_typer(database.app, name="db")


def main() -> None:
    """Run the command line."""
    app()
