"""Makes the pictures of docs/discord.md: `python -m tests.browser.discord_pictures FOLDER`."""

import sys
from collections.abc import Mapping
from pathlib import Path

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
from tests.fakes.discord_wire import drawing
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord, open_server
from tests.fakes.discord_wire.town import Json, Place

PRIVATE = "Vous seul(e) pouvez voir ce message"


async def _pages(known: Memory, state: Path) -> Mapping[str, str]:
    async with open_server(known, state / "new") as driver:
        panes = {"setting-up": await _setting_up(driver)}
    async with open_discord(known, state / "living") as driver:
        panes["asking"] = await _asking(driver)
        panes["talking"] = await _talking(driver)
    return {name: drawing.page(each) for name, each in panes.items()}


async def _setting_up(driver: DiscordDriver) -> Panes:
    await open_setup(driver)
    form = drawing.form(_modal(driver, "sacha"), FOUNDED)
    rooms = {name: room.id for name, room in driver.rooms.items()}
    await driver.fill("sacha", name="Entre pairs", **rooms)
    return setting_up(form, _said(driver, "sacha"))


async def _asking(driver: DiscordDriver) -> Panes:
    await driver.command("camille", "crise")
    form = drawing.form(_modal(driver, "camille"), ASKED)
    await ask(driver)
    return [("/crise", form), ("The preview, for who asks alone", _said(driver, "camille"))]


async def _talking(driver: DiscordDriver) -> Panes:
    await talk(driver)
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
    photograph(_pages, Path(sys.argv[1]))
