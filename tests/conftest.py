"""What several kinds of tests share: the casebook without a model, PostgreSQL, the log."""

import io
import logging
from collections.abc import Iterator

import pytest
import structlog

from adapters.case_search import KnowledgeSearch
from adapters.logs import configure
from adapters.reading import KnowledgeTriage
from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from tests.fakes.postgres import postgres_url

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


@pytest.fixture(scope="session")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Memory:
    settings = Settings(model="none", state_dir=tmp_path_factory.mktemp("memory"), _env_file=None)
    memory = load_memory(settings)
    memory.read_all()
    return memory.search, memory.triage


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """Yield the URL of a database that all tests share: each empties what it uses."""
    with postgres_url() as url:
        yield url


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything that is logged, at the most talkative level, by whomever."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure("DEBUG", stream)
    root.setLevel(logging.DEBUG)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()
