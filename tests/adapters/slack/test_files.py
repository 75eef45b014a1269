"""Nothing stays on Slack, or in our notes of it, longer than what it belongs to."""

from datetime import timedelta

import pytest

from bot.domain.ids import RequestId
from tests.adapters.slack.story import SAY, claimed
from tests.adapters.slack.test_canaries import marked_picture
from tests.contracts.platforms.slack import Grounds
from tests.fakes.slack_wire.server import Failure
from tests.fakes.slack_wire.workspace import PEOPLES_FILE

TEXTS = {"nadia": "Bonjour, je suis là.", "camille": "Voici la capture"}
WEEK, MONTH = timedelta(days=7, hours=2), timedelta(days=30, hours=2)


def uploads(grounds: Grounds) -> list[str]:
    """Return the files of the bot that the workspace holds."""
    return [name for name in grounds.workspace.files if not name.startswith(PEOPLES_FILE)]


async def one_picture_each_way(grounds: Grounds) -> dict[str, str]:
    driver, messages = grounds.driver, {}
    await claimed(driver)
    for who, text in TEXTS.items():
        messages[who] = await driver.write(who, text, picture=marked_picture())
        await driver.settled()
    assert len(uploads(grounds)) == 2
    return messages


async def ended(grounds: Grounds) -> RequestId:
    driver = grounds.driver
    await driver.press("nadia", SAY("button-close"))
    await driver.settled()
    await driver.press("camille", SAY("button-close-yes"))
    await driver.settled()
    async with grounds.tools.uow() as uow:
        (request,) = await uow.requests.resolved(grounds.community)
    return request.id


@pytest.mark.parametrize("who", ["nadia", "camille"])
async def test_file_goes_with_the_message_that_is_taken_back(grounds: Grounds, who: str) -> None:
    messages = await one_picture_each_way(grounds)
    await grounds.driver.unwrite(who, messages[who])
    await grounds.driver.settled()
    assert len(uploads(grounds)) == 1
    other = "camille" if who == "nadia" else "nadia"
    await grounds.driver.unwrite(other, messages[other])
    await grounds.driver.settled()
    assert uploads(grounds) == []
    assert grounds.server.refused == []


async def test_edited_message_keeps_its_file(grounds: Grounds) -> None:
    messages = await one_picture_each_way(grounds)
    await grounds.driver.rewrite("nadia", messages["nadia"], "Mieux dit")
    await grounds.driver.settled()
    assert "Mieux dit" in await grounds.driver.view("camille")
    assert len(uploads(grounds)) == 2
    assert len(grounds.server.calls("files.getUploadURLExternal")) == 2


async def test_files_go_with_the_request_that_is_erased(grounds: Grounds) -> None:
    driver = grounds.driver
    await one_picture_each_way(grounds)
    await driver.command("camille", "confidentialite")
    await driver.press("camille", SAY("button-erase-all"))
    await driver.press("camille", SAY("button-erase-yes"))
    await driver.settled()
    assert uploads(grounds) == []
    assert grounds.server.refused == []


async def test_files_go_with_the_conversation_at_its_time(grounds: Grounds) -> None:
    await one_picture_each_way(grounds)
    sent = set(uploads(grounds))
    await ended(grounds)
    await grounds.driver.jump(WEEK.total_seconds())
    await grounds.slack.tidy()
    assert sent <= set(uploads(grounds))  # the words of the conversation are still there too
    await grounds.driver.jump(MONTH.total_seconds())
    assert not sent & set(uploads(grounds))


async def test_file_that_slack_would_not_delete_is_tried_again(grounds: Grounds) -> None:
    messages = await one_picture_each_way(grounds)
    grounds.server.fail("files.delete", Failure(200, "a_word_of_tomorrow"))
    await grounds.driver.unwrite("nadia", messages["nadia"])
    await grounds.driver.settled()
    assert len(uploads(grounds)) == 2
    await grounds.slack.tidy()
    assert len(uploads(grounds)) == 1


async def test_file_that_somebody_deleted_is_not_asked_for_for_ever(grounds: Grounds) -> None:
    messages = await one_picture_each_way(grounds)
    for file in uploads(grounds):
        del grounds.workspace.files[file]
    await grounds.driver.unwrite("camille", messages["camille"])
    await grounds.driver.settled()
    await grounds.slack.tidy()
    assert len(grounds.server.calls("files.delete")) == 1


async def test_no_note_tells_whose_a_request_was_once_the_link_is_gone(grounds: Grounds) -> None:
    await one_picture_each_way(grounds)
    request = await ended(grounds)
    await grounds.driver.jump(WEEK.total_seconds())
    await grounds.driver.open_home("camille")
    await grounds.driver.settled()
    kept = (await grounds.store.platform_memory.under("")).values()
    about = [each for each in kept if request in each]
    # What a mentor's button does, which file shows which picture, and which threads are
    # read after an outage name nobody.
    nameless = ('"act"', '"file"', '"talks"')
    assert [each for each in about if not any(name in each for name in nameless)] == []
    assert TEXTS["nadia"] not in await grounds.driver.view("camille")
