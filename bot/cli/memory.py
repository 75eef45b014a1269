"""Opens the memory for one command: a casebook, its search and the model."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.output import progress
from bot.settings import Settings
from knowledge import casebook
from knowledge.casebook import Casebook
from knowledge.embedder import Embedder, Mode, load_embedder
from knowledge.search import CaseSearch

BY_CHOICE = Mode("none", "", "--no-model was asked for")

NoModel = Annotated[
    bool, typer.Option("--no-model", help="Without the sentence model: words and letters only.")
]
Folder = Annotated[
    Path | None,
    typer.Option(
        exists=True,
        file_okay=False,
        help="Folder with cases/ and playbooks/; by default the one that comes with Entraide.",
    ),
]


def open_model(settings: Settings, *, no_model: bool) -> tuple[Embedder | None, Mode]:
    """Choose the sentence model; ``no_model`` wins over the settings."""
    if no_model:
        return None, BY_CHOICE
    return load_embedder(settings.wanted_model, cache=settings.state_dir / "vectors")


def open_search(
    settings: Settings, folder: Path | None, *, no_model: bool
) -> tuple[Casebook, CaseSearch]:
    """Read a casebook and make its cases searchable, with progress."""
    embedder, mode = open_model(settings, no_model=no_model)
    book = casebook.load(folder or casebook.shipped())
    search = CaseSearch(embedder=embedder, mode=mode)
    with progress("Reading the casebook") as advance:
        search.add_many(list(book.cases.values()), progress=advance)
    return book, search
