"""Discord as every test of it needs it: on the wire, with people in it."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord


@pytest.fixture
async def driver(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[DiscordDriver]:
    async with open_discord(memory, tmp_path) as driver:
        yield driver


@pytest.fixture
def picture() -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(output, "JPEG")
    return output.getvalue()
