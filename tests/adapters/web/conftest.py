"""A page with its file; with the whole core behind it where a test asks for that."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from PIL import Image

from adapters.store.vault import FileVault
from adapters.web.render import Renderer
from adapters.web.site import Site
from bot.wording import load
from tests.adapters.web.world import World, open_site, open_world
from tests.contracts.platforms.stages import Memory
from tests.fakes.clock import FakeClock


@pytest.fixture
def vault(tmp_path: Path) -> FileVault:
    return FileVault(tmp_path / "keys", clock=FakeClock())


@pytest.fixture
def page_file(tmp_path: Path) -> Path:
    return tmp_path / "page.db"


@pytest.fixture
async def site(page_file: Path, vault: FileVault) -> AsyncIterator[Site]:
    site = await open_site(page_file, vault)
    yield site
    await site.close()


@pytest.fixture(scope="session")
def renderer() -> Renderer:
    return Renderer(load(strict=True))


@pytest.fixture
async def world(memory: Memory, tmp_path: Path) -> AsyncIterator[World]:
    async with open_world(memory, tmp_path) as world:
        yield world


@pytest.fixture
def picture() -> bytes:
    output = io.BytesIO()
    Image.new("RGB", (60, 40), "teal").save(output, "JPEG", comment=b"secret comment")
    return output.getvalue()
