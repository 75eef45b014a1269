"""Nothing that leaves can unmask a requester: whole conversations, searched for their marks."""

import io
import logging

import pytest

from bot.wording import Wording
from tests.contracts.platforms.test_conversations import claimed, say
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.recorder import leaks

__all__ = ["say"]


async def whole_story(driver: DiscordDriver, say: Wording, picture: bytes) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Bonjour, que voit-on ?")
    shot = await driver.write("camille", "La capture", picture=picture)
    await driver.settled()
    await driver.rewrite("camille", shot, "La capture, sans mon nom")
    await driver.unwrite("camille", shot)
    await driver.settled()


async def test_a_whole_story_with_a_picture_leaves_no_mark(
    driver: DiscordDriver, say: Wording, picture: bytes
) -> None:
    """What every test here and every conversation is held against, where it ends."""
    await whole_story(driver, say, picture)
    marks = driver.marks("camille")
    assert len(marks) > 7, "what she wrote in private is looked for too"
    assert list(leaks(driver.wire.calls, marks, driver.people["camille"].user.id)) == []


async def test_the_search_for_marks_finds_one_that_is_there(driver: DiscordDriver) -> None:
    camille = driver.people["camille"].user
    body = {"components": [{"type": 10, "content": f"asked by {camille.id}"}]}
    room = driver.rooms["help"].id
    path = "/channels/{channel_id}/messages"
    await driver.app.rest.call("POST", path, body, channel_id=room)
    found = [leak.mark for leak in leaks(driver.wire.calls, camille.canaries, camille.id)]
    driver.wire.calls.clear()  # it is no leak of ours
    assert found == [camille.id]


async def test_every_answer_is_private_and_every_public_post_a_plain_send(
    driver: DiscordDriver, say: Wording, picture: bytes
) -> None:
    await whole_story(driver, say, picture)
    for call in driver.wire.calls:
        if call.path.endswith("/callback") and call.body["type"] in (4, 5):
            assert call.flags & 64, call
        if call.method == "POST" and call.path.endswith("/messages"):
            assert call.body["allowed_mentions"] == {"parse": [], "replied_user": False}
            assert call.flags & 4, "link previews are off"
            assert len(call.body.get("nonce", "")) <= 25


async def test_requester_is_in_no_thread(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.write("camille", "Merci d'être là")
    await driver.settled()
    thread = driver.place_of("nadia")
    assert thread.members == {driver.people["nadia"].user.id}
    assert thread.name in await driver.view("camille"), "the title is the code name"


async def test_bystanders_see_nothing_of_the_conversation(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Un mot entre nous")
    await driver.write("camille", "Une réponse entre nous")
    await driver.settled()
    for bystander in ("louis", "yann", "sacha"):
        assert "entre nous" not in await driver.view(bystander)


async def test_payloads_hold_nothing_that_can_be_read(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    asked = [call for call in driver.wire.calls if call.body]
    names = [name for call in asked for name in _custom_ids(call.body)]
    assert len(names) > 20
    assert [n for n in names if not (len(n) == 32 and int(n, 16) >= 0) and n[0] != "q"] == []


def _custom_ids(body: object) -> list[str]:
    if isinstance(body, dict):
        own = [body["custom_id"]] if "custom_id" in body else []
        return own + [name for each in body.values() for name in _custom_ids(each)]
    if isinstance(body, list):
        return [name for each in body for name in _custom_ids(each)]
    return []


async def test_logs_of_every_library_hold_no_mark(
    driver: DiscordDriver, say: Wording, picture: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO"):
        await whole_story(driver, say, picture)
    camille = driver.people["camille"].user
    marks = (*camille.canaries, "mairie", driver.wire.town.private_with(camille.id).id)
    assert [mark for mark in marks if mark in caplog.text] == []


async def test_the_log_of_a_process_holds_no_mark_down_to_debug(
    log: io.StringIO,
    driver: DiscordDriver,
    say: Wording,
    picture: bytes,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """discord.py prints every payload at this level; of its records only the name passes."""
    caplog.set_level(logging.DEBUG, "discord")
    await whole_story(driver, say, picture)
    written = log.getvalue()
    assert '"logger": "discord.http"' in written, "the library did speak"
    camille = driver.people["camille"].user
    marks = (*camille.canaries, "mairie", driver.wire.town.private_with(camille.id).id)
    assert [mark for mark in marks if mark in written] == []
