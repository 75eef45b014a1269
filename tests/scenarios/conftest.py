"""A stage on which time passes as the test says."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.contracts.platforms.stage import StageDriver
from tests.contracts.platforms.stages import open_stage


@pytest.fixture
async def stage(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[StageDriver]:
    async with open_stage(memory, tmp_path) as driver:
        yield driver
