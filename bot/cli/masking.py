"""`entraide redact`: masks what identifies, as the bot does before anybody reads a text."""

from typing import Annotated

import typer
from rich.text import Text

from bot.cli.lines import LinesFile, one_of, reading
from bot.cli.output import err, out, print_line
from bot.domain.people import Language
from knowledge.redaction import Redaction
from knowledge.redaction import redact as mask
from knowledge.redaction.batch import redact_jsonl

DOUBT = "yellow underline"


def redact(
    text: Annotated[str, typer.Argument(help="What to mask; - reads standard input.")] = "",
    hide: Annotated[
        list[str] | None, typer.Option(help="A name to hide in all its forms; may be repeated.")
    ] = None,
    language: Annotated[Language, typer.Option(help="Language of the masks.")] = "fr",
    jsonl: LinesFile = None,
) -> None:
    """Mask what identifies; what only looks identifying is underlined and left.

    With --jsonl, {"id", "text", "names_to_hide"} lines become {"id", "masked"}.
    """
    given = one_of(text, jsonl, example='entraide redact "Appelez Rémi au 06 39 98 12 71"')
    if jsonl is None:
        _print(mask(given, hide or (), language))
        return
    with reading(jsonl, "Masking") as (source, advance):
        for done, line in enumerate(redact_jsonl(source), start=1):
            print_line(line)
            advance(done, None)


def _print(redaction: Redaction) -> None:
    text = Text(redaction.text)
    for doubt in redaction.suspicions:
        text.stylize(DOUBT, doubt.start, doubt.end)
    out.print(text, soft_wrap=True)
    err.print(
        f"{len(redaction.masks)} masked, {len(redaction.suspicions)} left to look at",
        style="dim",
        highlight=False,
    )
