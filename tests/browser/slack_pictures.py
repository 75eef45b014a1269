"""Makes the pictures of docs/slack.md: `python -m tests.browser.slack_pictures FOLDER`."""

import asyncio
import sys
from collections.abc import Mapping
from pathlib import Path

from adapters.store.memory.store import MemoryStore
from tests.browser.played import (
    ASKED,
    FOUNDED,
    Memory,
    Panes,
    ask,
    open_setup,
    photograph,
    setting_up,
    talk,
)
from tests.contracts.platforms.slack import CHANNELS, open_grounds
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire import drawing
from tests.fakes.slack_wire.driver import SlackDriver
from tests.fakes.slack_wire.workspace import BOT_USER, Message


async def _pages(known: Memory, state: Path) -> Mapping[str, str]:
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
        await open_setup(driver)
        form = drawing.view(_modal(driver, "sacha"), {**FOUNDED, "q4": "# modération"})
        rooms = {channel.value: CHANNELS[channel] for channel in CHANNELS}
        await driver.fill("sacha", name="Entre pairs", **rooms)
        return setting_up(form, drawing.view(_modal(driver, "sacha")))


async def _asking(driver: SlackDriver) -> Panes:
    await driver.command("camille", "crise")
    form = drawing.view(_modal(driver, "camille"), ASKED)
    await ask(driver)
    preview = drawing.view(_modal(driver, "camille"))
    return [("/crise", form), ("The preview, above the form, for who asks alone", preview)]


async def _talking(driver: SlackDriver) -> Panes:
    await talk(driver)
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
    photograph(_pages, Path(sys.argv[1]))
