"""Discord as every test of it needs it: on the wire, with people in it."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.fakes.discord_wire.contract import OPENAPI, distinct, faults
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord
from tests.fakes.discord_wire.recorder import leaks


@pytest.fixture
async def driver(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[DiscordDriver]:
    """The people of the suite; what was sent meanwhile must please Discord, and tell of nobody."""
    async with open_discord(memory, tmp_path) as driver:
        yield driver
        calls = list(driver.wire.calls)
        camille = driver.people["camille"].user.id
        marks = driver.marks("camille")
    assert list(leaks(calls, marks, camille)) == []
    if OPENAPI.exists():
        assert [fault for call in distinct(calls) for fault in faults(call)] == []


@pytest.fixture
def picture() -> bytes:
    output = io.BytesIO()
    exif = Image.Exif()
    exif[0x013B], exif[0x0132] = "exif-canary", "2026:03:02 09:17:42"  # who took it, and when
    comment = b"comment-canary"
    Image.new("RGB", (60, 40), "teal").save(output, "JPEG", exif=exif, comment=comment)
    return output.getvalue()
