"""The story in the pictures of docs/slack.md and docs/discord.md, and who photographs it.

It is played on a wire fake; what the platform was sent is drawn and photographed.
"""

import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from bot.wording import Wording, load
from tests.browser.chromium import chromium
from tests.browser.picture import STORY, TALK
from tests.contracts.platforms.driver import Driver

SAY: Wording = load()["fr"]
FOUNDED = {"q0": "Entre pairs", "q1": "Français", "q2": "# entraide", "q3": "# mentors"}
ASKED = {"q0": STORY, "q1": "Maintenant", "q3": "Zedville"}
Memory = tuple[KnowledgeSearch, KnowledgeTriage]
Panes = list[tuple[str, str]]
Pages = Callable[[Memory, Path], Awaitable[Mapping[str, str]]]


def photograph(pages: Pages, folder: Path) -> None:
    """Play, draw and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        drawn = asyncio.run(_drawn(pages, Path(state)))
    with chromium() as browser:
        for name, html in drawn.items():
            page = browser.new_page(viewport={"width": 1500, "height": 900})
            page.set_content(html)
            page.locator("body").screenshot(path=folder / f"{name}.png")
            page.close()
            sys.stdout.write(f"{folder / name}.png\n")


async def _drawn(pages: Pages, state: Path) -> Mapping[str, str]:
    memory = load_memory(Settings(model="none", state_dir=state, _env_file=None))
    memory.read_all()
    return await pages((memory.search, memory.triage), state)


def setting_up(form: str, said: str) -> Panes:
    """Return the panes of a community that is founded."""
    return [("/entraide, the first time", form), ("… and what it says then", said)]


async def open_setup(driver: Driver) -> None:
    """Open the form in which a community is founded."""
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-found"))


async def ask(driver: Driver) -> None:
    """Fill in the form of a crisis."""
    await driver.fill("camille", text=STORY, names="Zedville", urgency="now")


async def talk(driver: Driver) -> None:
    """Publish, let a mentor take it, and talk."""
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    for who, words in TALK:
        await driver.write(who, words)
        await driver.settled()
