"""The casebook and the reading of texts, wired to a model if there is one."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.settings import Settings
from knowledge import casebook
from knowledge.embedder import Mode, load_embedder
from knowledge.search import CaseSearch
from knowledge.triage import Triage


class Stopped(Exception):
    """The process ends before everything was read."""


@dataclass(frozen=True, slots=True)
class Memory:
    """The casebook with its search, and the reading of texts; ``mode`` names the model."""

    search: KnowledgeSearch
    triage: KnowledgeTriage
    mode: Mode
    read_all: Callable[..., None]


def load_memory(
    settings: Settings, *, took: Callable[[float], None] = lambda seconds: None
) -> Memory:
    """Open the casebook; ``read_all`` makes it searchable, by words first, then by meaning.

    It ends with ``Stopped`` soon after its event is set; ``took`` hears how many seconds each
    search took.
    """
    embedder, mode = load_embedder(settings.wanted_model, cache=settings.state_dir / "vectors")
    book = casebook.load(casebook.shipped())
    search, triage = CaseSearch(embedder=embedder, mode=mode), Triage()

    def read_all(stop: Event | None = None) -> None:
        def look_up(_done: int, _steps: int) -> None:
            if stop and stop.is_set():
                raise Stopped

        search.add_many(list(book.cases.values()), progress=look_up)
        if embedder is not None:
            embedder.encode([next(iter(book.cases))])  # warm for the first person

    known = KnowledgeSearch(book, search, embedder, took=took)
    return Memory(known, KnowledgeTriage(triage), mode, read_all)
