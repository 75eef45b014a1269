"""The adapter on a fake Slack, with its workspace and its store at hand."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.contracts.platforms.slack import Grounds, open_grounds

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


@pytest.fixture
async def grounds(memory: Memory, tmp_path: Path) -> AsyncIterator[Grounds]:
    async with open_grounds(memory, tmp_path) as grounds:
        yield grounds
