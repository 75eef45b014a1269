"""A community with two mentors and a moderator, on each platform."""

import io
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from PIL import Image

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.contracts.platforms.driver import Driver
from tests.contracts.platforms.slack import open_slack_driver
from tests.contracts.platforms.stages import open_stage, open_web


@pytest.fixture(params=["stage", "web", "slack"])
async def driver(
    request: pytest.FixtureRequest,
    memory: tuple[KnowledgeSearch, KnowledgeTriage],
    tmp_path: Path,
) -> AsyncIterator[Driver]:
    async with PLATFORMS[request.param](memory, tmp_path) as driver:
        yield driver


PLATFORMS: Mapping[str, Callable[..., AbstractAsyncContextManager[Driver]]] = {
    "stage": open_stage,
    "web": open_web,
    "slack": open_slack_driver,
}


@pytest.fixture
def picture() -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(output, "JPEG")
    return output.getvalue()
