"""Setting up a server: the first time, and what Discord's permissions leave missing."""

from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.discord.commands import PERMISSIONS
from adapters.reading import KnowledgeTriage
from bot.domain.community import Channel
from bot.domain.premises import Lack, Missing
from bot.wording import load
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord, open_server
from tests.fakes.discord_wire.town import GUILD, SEND, VIEW

SAY = load(strict=True)["fr"]
Memory = tuple[KnowledgeSearch, KnowledgeTriage]


async def missing(driver: DiscordDriver) -> list[Missing]:
    community = await driver.house.community("discord", GUILD)
    assert community is not None
    space = community.space("discord", GUILD)
    assert space is not None
    return list(await driver.app.premises.missing(space))


async def begin(driver: DiscordDriver) -> None:
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-found"))


async def test_administrator_of_a_new_server_founds_its_community(
    memory: Memory, tmp_path: Path
) -> None:
    async with open_server(memory, tmp_path) as driver:
        assert await driver.house.community("discord", GUILD) is None
        await begin(driver)
        rooms = {name: room.id for name, room in driver.rooms.items()}
        await driver.fill("sacha", name="Entre pairs", **rooms)
        seen = await driver.view("sacha")
        assert SAY("setup-title", name="Entre pairs") in seen
        assert SAY("setup-all-well") in seen
        await driver.command("camille", "crise")
        await driver.fill("camille", text="Tout le monde hurle sous notre affiche", urgency="now")
        await driver.press("camille", SAY("button-publish"))
        await driver.settled()
        assert "hurle" in await driver.view("louis")


async def test_member_of_a_new_server_is_told_whom_to_ask(memory: Memory, tmp_path: Path) -> None:
    async with open_server(memory, tmp_path) as driver:
        await driver.command("camille", "entraide")
        assert SAY("discord-no-community-title") in await driver.view("camille")


async def test_moderator_who_asks_for_help_first_is_sent_to_the_setup(
    memory: Memory, tmp_path: Path
) -> None:
    async with open_server(memory, tmp_path) as driver:
        await driver.command("sacha", "boite")
        assert SAY("refusal-no-community") in await driver.view("sacha")


async def test_permissions_that_the_bot_lacks_are_named(memory: Memory, tmp_path: Path) -> None:
    async with open_server(memory, tmp_path, bot_may=VIEW | SEND) as driver:
        await begin(driver)
        rooms = {name: room.id for name, room in driver.rooms.items()}
        await driver.fill("sacha", name="Entre pairs", **rooms)
        lacking = ("attach-files", "create-private-threads")
        marks = ("send-messages-in-threads", "add-reactions", "read-message-history")
        assert await missing(driver) == [
            Missing(Channel.MENTORS, Lack.FORBIDDEN, (*lacking, *marks)),
            Missing(Channel.MODERATORS, Lack.FORBIDDEN, ("attach-files",)),
        ]
        assert SAY("permission-create-private-threads") in await driver.view("sacha")


async def test_mentors_channel_that_everybody_reads_is_told(memory: Memory, tmp_path: Path) -> None:
    async with open_server(memory, tmp_path, extra="ouvert") as driver:
        place = driver.rooms["ouvert"]
        await begin(driver)
        help_room = driver.rooms["help"].id
        await driver.fill("sacha", name="Entre pairs", help=help_room, mentors=place.id)
        assert await missing(driver) == [Missing(Channel.MENTORS, Lack.PUBLIC)]


async def test_channel_that_is_gone_is_told(driver: DiscordDriver) -> None:
    house = driver.house
    community = await house.community("discord", GUILD)
    space = community.space("discord", GUILD)
    gone = {**space.channels, Channel.HELP: "123"}
    community.move_in(type(space)("discord", GUILD, gone))
    async with house.tools.uow() as uow:
        await uow.communities.save(community)
        await uow.commit()
    assert await missing(driver) == [Missing(Channel.HELP, Lack.GONE)]


async def test_server_without_a_mentors_channel_is_told(memory: Memory, tmp_path: Path) -> None:
    async with open_server(memory, tmp_path) as driver:
        await begin(driver)
        await driver.fill("sacha", name="Entre pairs", help=driver.rooms["help"].id)
        assert await missing(driver) == [Missing(Channel.MENTORS, Lack.GONE)]


async def test_forum_asks_for_what_takes_a_post_down(memory: Memory, tmp_path: Path) -> None:
    async with open_discord(memory, tmp_path, forum=True) as driver:
        assert await missing(driver) == [Missing(Channel.HELP, Lack.FORBIDDEN, ("manage-threads",))]


async def test_invitation_grants_all_that_the_setup_asks_for(
    memory: Memory, tmp_path: Path
) -> None:
    async with open_server(memory, tmp_path, bot_may=PERMISSIONS) as driver:
        await begin(driver)
        rooms = {name: room.id for name, room in driver.rooms.items()}
        await driver.fill("sacha", name="Entre pairs", **rooms)
        assert await missing(driver) == []


async def test_other_bots_in_the_mentors_channel_are_named(driver: DiscordDriver) -> None:
    driver.wire.town.add_bot("Archiviste", driver.rooms["mentors"])
    driver.wire.town.add_bot("Musique", driver.rooms["moderators"])
    community = await driver.house.community("discord", GUILD)
    assert community is not None
    assert await driver.app.premises.listeners(community.spaces[0]) == ["Archiviste"]


async def test_moderators_of_few_people_are_told_that_few_cannot_hide(
    driver: DiscordDriver,
) -> None:
    driver.wire.town.crowd = 20  # nineteen people, and us
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-setup"))
    assert SAY("setup-few", people=20) in await driver.view("sacha")
    driver.wire.town.crowd = 21
    await driver.press("sacha", SAY("button-check-again"))
    assert SAY("setup-few", people=20) not in await driver.view("sacha")
