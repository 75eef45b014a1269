"""Makes the pictures of docs/slack.md: `python -m tests.browser.slack_pictures FOLDER`.

A story is played on the wire fake; what Slack was sent is drawn and photographed.
"""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from adapters.store.memory.store import MemoryStore
from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from bot.wording import Wording, load
from tests.browser.chromium import chromium
from tests.browser.picture import STORY, TALK
from tests.contracts.platforms.slack import CHANNELS, open_grounds
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire import drawing
from tests.fakes.slack_wire.driver import SlackDriver
from tests.fakes.slack_wire.workspace import BOT_USER, Message

SAY: Wording = load()["fr"]
Memory = tuple[KnowledgeSearch, KnowledgeTriage]
Panes = list[tuple[str, str]]


def main(folder: Path) -> None:
    """Play, draw and take the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as state:
        pages = asyncio.run(_pages(Path(state)))
    with chromium() as browser:
        for name, html in pages.items():
            page = browser.new_page(viewport={"width": 1500, "height": 900})
            page.set_content(html)
            page.locator("body").screenshot(path=folder / f"{name}.png")
            page.close()
            sys.stdout.write(f"{folder / name}.png\n")


async def _pages(state: Path) -> Mapping[str, str]:
    memory = load_memory(Settings(model="none", state_dir=state, _env_file=None))
    memory.read_all()
    known = (memory.search, memory.triage)
    panes = {"setting-up": await _setting_up(known, state / "new")}
    async with open_grounds(known, state / "living") as grounds:
        panes["asking"] = await _asking(grounds.driver)
        panes["talking"] = await _talking(grounds.driver)
    return {name: drawing.page(each) for name, each in panes.items()}


async def _setting_up(known: Memory, folder: Path) -> Panes:
    clock, bell = FakeClock(), asyncio.Event()
    empty = MemoryStore(clock=clock, bells=[bell])
    async with open_grounds(known, folder, store=empty, clock=clock) as grounds:
        driver = grounds.driver
        grounds.workspace.members["USACHA"].is_admin = True
        await driver.command("sacha", "entraide")
        await driver.press("sacha", SAY("button-found"))
        typed = {"q0": "Entre pairs", "q1": "Français", "q2": "# entraide", "q3": "# mentors"}
        form = drawing.view(_modal(driver, "sacha"), {**typed, "q4": "# modération"})
        rooms = {channel.value: CHANNELS[channel] for channel in CHANNELS}
        await driver.fill("sacha", name="Entre pairs", **rooms)
        said = drawing.view(_modal(driver, "sacha"))
    return [("/entraide, the first time", form), ("… and what it says then", said)]


async def _asking(driver: SlackDriver) -> Panes:
    await driver.command("camille", "crise")
    typed = {"q0": STORY, "q1": "Maintenant", "q3": "Zedville"}
    form = drawing.view(_modal(driver, "camille"), typed)
    await driver.fill("camille", text=STORY, names="Zedville", urgency="now")
    preview = drawing.view(_modal(driver, "camille"))
    return [("/crise", form), ("The preview, above the form, for who asks alone", preview)]


async def _talking(driver: SlackDriver) -> Panes:
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    for who, words in TALK:
        await driver.write(who, words)
        await driver.settled()
    home = driver.workspace.members["UCAMILLE"].home
    assert home is not None
    return [
        ("# entraide", _channel(driver, "CHELP")),
        ("The thread, in the mentors’ channel", _channel(driver, "CMENTORS", in_threads=True)),
        ("The Home tab of who asks", drawing.view(home)),
    ]


def _modal(driver: SlackDriver, who: str) -> drawing.Block:
    return driver.workspace.members[f"U{who.upper()}"].stack[-1]


def _channel(driver: SlackDriver, channel: str, *, in_threads: bool = False) -> str:
    """Return what stands in a channel, with the marks that tell how far words got."""
    here = [m for m in driver.workspace.messages.values() if m.channel == channel]
    roots = {each.thread for each in here}
    shown = [m for m in here if not in_threads or m.thread or m.ts in roots]
    return "".join(map(_message, shown))


def _message(message: Message) -> str:
    is_app = message.user == BOT_USER
    name = message.body.get("username") or "Entraide" if is_app else message.user[1:].title()
    return drawing.message(message.body, name, is_app=is_app, marks=sorted(message.reactions))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
