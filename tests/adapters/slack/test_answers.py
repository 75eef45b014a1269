"""Private answers with pictures: words in the modal, the picture in the moderator's messages."""

from typing import Any

from tests.adapters.slack.story import SAY, claimed
from tests.contracts.platforms.slack import Grounds
from tests.fakes.slack_wire.server import Failure

WEEK_S = 7 * 86_400


async def look_at_the_weeks(grounds: Grounds) -> str:
    driver = grounds.driver
    await claimed(driver)
    await driver.jump(WEEK_S)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-weeks"))
    return await driver.view("sacha")


def messages_to(grounds: Grounds, direct: str) -> list[dict[str, Any]]:
    return [m.body for m in grounds.workspace.messages.values() if m.channel == direct]


async def test_week_is_told_in_words_and_its_picture_sent(grounds: Grounds) -> None:
    seen = await look_at_the_weeks(grounds)
    assert SAY("digest-published") in seen
    (sent,) = messages_to(grounds, "DSACHA")
    (block,) = sent["blocks"]
    assert block["type"] == "image"
    assert grounds.workspace.files[block["slack_file"]["id"]].startswith(b"\x89PNG")
    assert grounds.server.refused == []


async def test_week_is_told_though_messages_are_closed(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.jump(WEEK_S)
    await driver.command("sacha", "entraide")
    grounds.server.fail("chat.postMessage", Failure(200, "messages_tab_disabled"))
    await driver.press("sacha", SAY("button-weeks"))
    assert SAY("digest-published") in await driver.view("sacha")
    assert messages_to(grounds, "DSACHA") == []
