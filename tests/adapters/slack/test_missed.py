"""What mentors wrote while no event reached us is read afterwards, once and in its order."""

import asyncio
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from adapters.slack.app import SlackSettings
from adapters.slack.changes import AT_ONCE, PAGES_MAX
from adapters.slack.connect import answer_calls
from tests.adapters.slack.http import SECRET, open_http
from tests.adapters.slack.story import SAY, claimed, publish
from tests.contracts.platforms.slack import Grounds, house_of, open_grounds
from tests.fakes.slack_wire.server import Failure
from tests.fakes.slack_wire.sight import opens_thread

Memory = tuple[KnowledgeSearch, KnowledgeTriage]
READ = "conversations.replies"


def write_unheard(grounds: Grounds, who: str, text: str) -> None:
    """Write in the mentors' thread while Slack tells us nothing."""
    messages = grounds.workspace.messages.values()
    root = [message for message in messages if opens_thread(message)][-1]
    grounds.workspace.write(root.channel, f"U{who.upper()}", {"text": text}, thread=root.ts)


async def reconnected(grounds: Grounds) -> None:
    """Close the socket, and wait until the threads were read over the next one."""
    before = len(grounds.server.calls(READ))
    await grounds.server.drop()
    async with asyncio.timeout(60):
        while len(grounds.server.calls(READ)) == before:
            await asyncio.sleep(0.01)
    await grounds.driver.settled()


async def test_what_was_written_between_two_sockets_is_passed_on_once(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    await driver.write("nadia", "Avant la coupure")
    write_unheard(grounds, "nadia", "Pendant &amp; après")
    for _ in range(2):
        await reconnected(grounds)
    seen = await driver.view("camille")
    assert (seen.count("Avant la coupure"), seen.count("Pendant & après")) == (1, 1)
    marked = [m for m in grounds.workspace.messages.values() if "Pendant" in str(m.body)]
    assert marked[0].reactions == {"white_check_mark"}


async def test_what_was_written_while_the_process_was_away_is_passed_on(
    memory: Memory, tmp_path: Path
) -> None:
    async with open_grounds(memory, tmp_path) as grounds:
        await claimed(grounds.driver)
    write_unheard(grounds, "nadia", "Vous me lisez ?")
    async with open_grounds(
        memory,
        tmp_path,
        store=grounds.store,
        workspace=grounds.workspace,
        clock=grounds.driver.clock,
    ) as again:
        async with asyncio.timeout(60):
            while not again.server.calls(READ):
                await asyncio.sleep(0.01)
        await again.driver.settled()
        assert "Vous me lisez ?" in await again.driver.view("camille")


async def test_over_http_what_slack_gave_up_sending_is_read_at_the_start(
    grounds: Grounds,
) -> None:
    await claimed(grounds.driver)
    write_unheard(grounds, "nadia", "Vous me lisez ?")
    token = grounds.workspace.token
    settings = SlackSettings(token, signing_secret=SECRET, api_base=grounds.server.api)
    async with open_http(settings, house_of(grounds), grounds.driver.clock) as caller:
        await answer_calls(caller.slack, _serve_nothing)
    await grounds.driver.settled()
    assert "Vous me lisez ?" in await grounds.driver.view("camille")


async def _serve_nothing() -> None:
    return


async def test_all_pages_of_a_long_silence_are_read(grounds: Grounds) -> None:
    await claimed(grounds.driver)
    write_unheard(grounds, "nadia", "Dit au début")
    for number in range(250):
        write_unheard(grounds, "entraide", f"{number}")
    write_unheard(grounds, "nadia", "Dit à la fin")
    await reconnected(grounds)
    seen = await grounds.driver.view("camille")
    assert (seen.count("Dit au début"), seen.count("Dit à la fin")) == (1, 1)


async def test_what_stayed_among_mentors_is_not_dug_out_later(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    write_unheard(grounds, "nadia", "// quelqu'un connaît ce cas ?")
    write_unheard(grounds, "yann", "Entre nous, bon courage")
    await reconnected(grounds)
    await driver.press("nadia", SAY("button-backup"))
    await driver.settled()
    await driver.press("yann", SAY("button-join"))
    await driver.settled()
    await reconnected(grounds)
    seen = await driver.view("camille")
    assert "connaît ce cas" not in seen
    assert "Entre nous" not in seen


def change_unheard(grounds: Grounds, handle: str, text: str) -> None:
    """Change a message while Slack tells us nothing."""
    channel, _, ts = handle.partition("/")
    message = grounds.workspace.messages[channel, ts]
    message.body, message.edited = {"text": text}, grounds.workspace.next_ts()


def delete_unheard(grounds: Grounds, handle: str) -> None:
    """Delete a message while Slack tells us nothing."""
    channel, _, ts = handle.partition("/")
    del grounds.workspace.messages[channel, ts]


async def test_change_that_no_event_told_follows_once(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    handle = await driver.write("nadia", "Avant la coupure")
    told = await driver.write("nadia", "Premier jet")
    await driver.rewrite("nadia", told, "Second jet")
    await driver.settled()
    change_unheard(grounds, handle, "Pendant la coupure")
    published = 0
    for _ in range(2):
        await reconnected(grounds)
        seen = await driver.view("camille")
        assert (seen.count("Avant la coupure"), seen.count("Pendant la coupure")) == (0, 1)
        assert seen.count("Second jet") == 1
        assert published in (0, len(grounds.server.calls("views.publish")))
        published = len(grounds.server.calls("views.publish"))


async def test_deletion_that_no_event_told_follows(grounds: Grounds) -> None:
    driver = grounds.driver
    await claimed(driver)
    handle = await driver.write("nadia", "Un mot de trop")
    await driver.write("nadia", "Un mot qui reste")
    await driver.settled()
    delete_unheard(grounds, handle)
    await reconnected(grounds)
    seen = await driver.view("camille")
    assert "Un mot de trop" not in seen
    assert "Un mot qui reste" in seen


async def test_what_lies_further_on_than_was_read_is_not_taken_for_deleted(
    grounds: Grounds,
) -> None:
    driver = grounds.driver
    await claimed(driver)
    first = await driver.write("nadia", "Tout au début")
    for number in range(PAGES_MAX * int(AT_ONCE)):
        write_unheard(grounds, "entraide", f"{number}")
    last = await driver.write("nadia", "Tout à la fin")
    write_unheard(grounds, "entraide", "…")
    await driver.settled()
    delete_unheard(grounds, last)
    delete_unheard(grounds, first)
    await reconnected(grounds)
    seen = await driver.view("camille")
    assert "Tout au début" not in seen
    assert "Tout à la fin" in seen, "nobody can tell: its place was not read"


async def test_thread_that_slack_will_not_show_now_is_read_next_time(grounds: Grounds) -> None:
    await claimed(grounds.driver)
    write_unheard(grounds, "nadia", "Vous me lisez ?")
    grounds.server.fail(READ, Failure(429, "ratelimited", 30))
    await reconnected(grounds)
    assert "Vous me lisez ?" not in await grounds.driver.view("camille")
    await reconnected(grounds)
    assert "Vous me lisez ?" in await grounds.driver.view("camille")


@pytest.mark.parametrize("gone", ["channel_not_found", "thread_not_found"])
async def test_thread_that_is_gone_keeps_no_other_from_being_read(
    grounds: Grounds, gone: str
) -> None:
    driver = grounds.driver
    await claimed(driver)
    await claimed_by_yann(grounds)
    write_unheard(grounds, "yann", "Vous me lisez, Louis ?")
    grounds.server.fail(READ, Failure(200, gone))
    await reconnected(grounds)
    assert "Vous me lisez, Louis ?" in await driver.view("louis")


async def claimed_by_yann(grounds: Grounds) -> None:
    await publish(grounds.driver, "louis", "Des trolls arrivent en nombre sous notre annonce")
    await grounds.driver.press("yann", SAY("button-claim"))
    await grounds.driver.settled()
