"""Makes the pictures of docs/discord.md: `python -m tests.browser.discord_pictures FOLDER`.

A story is played on the wire fake; what Discord was sent is drawn and photographed.
"""

import asyncio
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from bot.wording import Wording, load
from tests.browser.chromium import chromium
from tests.browser.picture import STORY, TALK
from tests.fakes.discord_wire import drawing
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord, open_server
from tests.fakes.discord_wire.town import Json, Place

SAY: Wording = load()["fr"]
PRIVATE = "Vous seul(e) pouvez voir ce message"
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
    settings = Settings(model="none", state_dir=state, _env_file=None)
    memory = load_memory(settings)
    memory.read_all()
    known = (memory.search, memory.triage)
    async with open_server(known, state / "new") as driver:
        setting_up = await _setting_up(driver)
    async with open_discord(known, state / "living") as driver:
        asking = await _asking(driver)
        talking = await _talking(driver)
    panes = {"setting-up": setting_up, "asking": asking, "talking": talking}
    return {name: drawing.page(each) for name, each in panes.items()}


async def _setting_up(driver: DiscordDriver) -> Panes:
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-found"))
    typed = {"q0": "Entre pairs", "q1": "Français", "q2": "# entraide", "q3": "# mentors"}
    form = drawing.form(_modal(driver, "sacha"), typed)
    rooms = {name: room.id for name, room in driver.rooms.items()}
    await driver.fill("sacha", name="Entre pairs", **rooms)
    return [
        ("/entraide, the first time", form),
        ("… and what it says then", _said(driver, "sacha")),
    ]


async def _asking(driver: DiscordDriver) -> Panes:
    await driver.command("camille", "crise")
    form = drawing.form(
        _modal(driver, "camille"), {"q0": STORY, "q1": "Maintenant", "q3": "Zedville"}
    )
    await driver.fill("camille", text=STORY, names="Zedville", urgency="now")
    return [("/crise", form), ("The preview, for who asks alone", _said(driver, "camille"))]


async def _talking(driver: DiscordDriver) -> Panes:
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    for who, words in TALK:
        await driver.write(who, words)
        await driver.settled()
    town = driver.wire.town
    private = town.private_with(driver.people["camille"].user.id)
    return [
        ("# entraide", _place(driver, driver.rooms["help"])),
        ("The mentor’s private thread", _place(driver, driver.place_of("nadia"))),
        ("The private messages of who asks", _place(driver, private)),
    ]


def _modal(driver: DiscordDriver, who: str) -> Json:
    modal = driver.people[who].modal
    assert modal is not None
    return modal


def _said(driver: DiscordDriver, who: str) -> str:
    return drawing.message(driver.current[who][0], "Entraide", private=PRIVATE)


def _place(driver: DiscordDriver, place: Place) -> str:
    """Return what stands in a place, with the marks that tell how far words got."""
    return "".join(
        drawing.message(
            shown,
            _name(shown),
            reactions=driver.wire.town.reactions.get((place.id, shown["id"]), ()),
        )
        for shown in place.messages.values()
    )


def _name(shown: Json) -> str:
    author = shown["author"]
    return "Entraide" if author.get("bot") else str(author["global_name"]).partition(" ")[0]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
