"""A real Chromium before a real server; skipped where there is no Chromium."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.chromium import chromium, installed
from tests.browser.sandbox import ROOT, Sandbox
from tests.browser.sandbox import sandbox as started

Shoot = Callable[[Page, str], None]


PATIENCE_MS = 60_000  # until something that never comes is a failure; no test asserts on time


@pytest.fixture(scope="module")  # its loop must not run on beside the next tests
def browser() -> Iterator[Browser]:
    if installed() is None:
        pytest.skip("no Chromium on this machine")
    expect.set_options(timeout=PATIENCE_MS)
    with chromium() as browser:
        yield browser


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[Sandbox]:
    with started(tmp_path / "state") as running:
        yield running


@pytest.fixture
def complaints() -> list[str]:
    """What the browser complained of: scripts, policy, failed loads."""
    return []


@pytest.fixture
def visit(
    browser: Browser, sandbox: Sandbox, complaints: list[str]
) -> Iterator[Callable[..., Page]]:
    """Open the sandbox in a browser of its own; every keyword describes that browser."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = "/", **wishes: Any) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1600, "height": 950}, **wishes})
        context.set_default_timeout(PATIENCE_MS)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda said: _note(complaints, said.type, said.text))
        page.goto(sandbox.url + path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def _note(complaints: list[str], kind: str, text: str) -> None:
    if kind in ("error", "warning"):
        complaints.append(text)


@pytest.fixture
def shoot(request: pytest.FixtureRequest) -> Shoot:
    """Keep a picture of the screen, for people to look at."""
    folder = Path(os.environ.get("ENTRAIDE_SCREENSHOTS", ROOT / ".state" / "screenshots"))

    def keep(page: Page, name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{request.node.name}-{name}.png")

    return keep
