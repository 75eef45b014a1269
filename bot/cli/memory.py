"""Opens the memory for one command: the shipped cases, their search and the model."""

from bot.cli.output import progress
from bot.settings import Settings
from knowledge.batch import shipped_search
from knowledge.embedder import Embedder, Mode, load_embedder
from knowledge.search import CaseSearch

BY_CHOICE = Mode("none", "", "--no-model was asked for")


def open_model(settings: Settings, *, no_model: bool) -> tuple[Embedder | None, Mode]:
    """Choose the sentence model; ``no_model`` wins over the settings."""
    if no_model:
        return None, BY_CHOICE
    return load_embedder(settings.wanted_model, cache=settings.state_dir / "vectors")


def open_search(settings: Settings, *, no_model: bool) -> CaseSearch:
    """Make the shipped cases searchable, with progress."""
    embedder, mode = open_model(settings, no_model=no_model)
    with progress("Reading the casebook") as advance:
        return shipped_search(embedder=embedder, mode=mode, progress=advance)
