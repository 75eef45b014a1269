"""Private messages as a door, forums as a help channel, threads opened once."""

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.discord.commands import PERMISSIONS, invite_link
from adapters.reading import KnowledgeTriage
from bot.domain.request import Request
from bot.wording import Wording
from tests.contracts.platforms.test_conversations import STORY, claimed, publish, say
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord
from tests.fakes.discord_wire.town import GUILD, PRIVATE_THREAD

__all__ = ["say"]

FRENCH = pytest.mark.parametrize("say", ["fr"], indirect=True)


@pytest.fixture
async def forum(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[DiscordDriver]:
    async with open_discord(memory, tmp_path, forum=True) as driver:
        yield driver


@FRENCH
async def test_a_forum_gets_a_post_with_tags_that_follow_the_state(
    forum: DiscordDriver, say: Wording
) -> None:
    names = (say("state-open"), say("state-claimed"), say("urgency-now"))
    forum.rooms["help"].tags = [{"id": str(n), "name": name} for n, name in enumerate(names)]
    await publish(forum, say)
    posts = [p for p in forum.wire.town.places.values() if p.parent == forum.rooms["help"].id]
    assert [sorted(post.applied) for post in posts] == [["0", "2"]]
    assert "compte de la mairie" in await forum.view("louis")
    await forum.press("nadia", say("button-claim"))
    await forum.settled()
    assert sorted(posts[0].applied) == ["1", "2"]


@FRENCH
async def test_a_withdrawn_request_takes_its_forum_post_with_it(
    forum: DiscordDriver, say: Wording
) -> None:
    await publish(forum, say)
    await forum.press("camille", say("button-withdraw"))
    await forum.settled()
    posts = [p for p in forum.wire.town.places.values() if p.parent == forum.rooms["help"].id]
    assert posts == []


@FRENCH
async def test_a_command_in_private_leaves_nothing_in_the_server(
    driver: DiscordDriver, say: Wording
) -> None:
    camille = driver.people["camille"]
    private = driver.wire.town.private_with(camille.user.id)
    await camille.command("crisis", private)
    await driver.dealt_with()
    await driver.fill("camille", text=STORY, urgency="now")
    await driver.press("camille", say("button-publish"))
    await driver.settled()
    assert "compte de la mairie" in await driver.view("louis")


@FRENCH
async def test_a_conversation_has_one_thread_also_when_its_note_was_lost(
    driver: DiscordDriver, say: Wording
) -> None:
    await publish(driver, say)
    community = await driver.house.community("discord", GUILD)
    async with driver.house.tools.uow() as uow:
        (request,) = await uow.requests.live(community.id)
    code_name = request.code_name
    mentors = driver.rooms["mentors"].id
    driver.wire.town.add_place(PRIVATE_THREAD, code_name, parent=mentors, members=set())
    await driver.press("nadia", say("button-claim"))
    await driver.settled()
    threads = [p for p in driver.wire.town.places.values() if p.kind == PRIVATE_THREAD]
    assert [p.name for p in threads] == [code_name]


@FRENCH
async def test_a_mentor_who_gives_back_leaves_the_thread(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    thread = driver.place_of("nadia")
    await driver.press("nadia", say("button-release"))
    await driver.fill("nadia")
    await driver.settled()
    assert thread.members == set()


def test_the_invitation_asks_for_no_more_than_is_used() -> None:
    administrator, manage_server, manage_roles, manage_channels = 1 << 3, 1 << 5, 1 << 28, 1 << 4
    powers = administrator | manage_server | manage_roles | manage_channels
    assert PERMISSIONS & powers == 0
    assert invite_link("42") == (
        "https://discord.com/oauth2/authorize?client_id=42"
        f"&scope=bot+applications.commands&permissions={PERMISSIONS}"
    )


async def live(driver: DiscordDriver) -> Sequence[Request]:
    community = await driver.house.community("discord", GUILD)
    assert community is not None
    async with driver.house.tools.uow() as uow:
        found: Sequence[Request] = await uow.requests.live(community.id)
        return found


@FRENCH
async def test_a_server_that_removes_the_bot_leaves_nobody_waiting(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.wire.gateway.tell("GUILD_DELETE", {"id": GUILD})
    await driver.followed.until(lambda: driver.followed.removed == [GUILD])
    assert not await live(driver)


@FRENCH
async def test_a_server_that_is_down_is_not_taken_for_one_that_left(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.wire.gateway.tell("GUILD_DELETE", {"id": GUILD, "unavailable": True})
    await driver.write("nadia", "Bonjour, je suis là.")
    await driver.settled()
    assert await live(driver)
