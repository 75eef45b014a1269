"""What people changed or deleted during an outage follows on the other side, and nothing else."""

import pytest

from adapters.discord.changes import PAGES_MAX
from adapters.discord.rest import HISTORY_MAX
from bot.wording import Wording
from tests.contracts.platforms.test_conversations import claimed, say
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.town import READ_HISTORY
from tests.fakes.discord_wire.wire import Failure

__all__ = ["say"]

FRENCH = pytest.mark.parametrize("say", ["fr"], indirect=True)
OTHER = {"camille": "nadia", "nadia": "camille"}  # in private, and in the mentors' thread
BOTH = pytest.mark.parametrize("who", list(OTHER))
HISTORY = r"/channels/\d+/messages"


async def caught_up(driver: DiscordDriver) -> None:
    await driver.start(driver.house.client(driver.wire))
    await driver.followed.until(lambda: driver.followed.sessions == 1)
    await driver.settled()


@FRENCH
@BOTH
async def test_change_made_during_an_outage_follows_once(
    driver: DiscordDriver, say: Wording, who: str
) -> None:
    await claimed(driver, say)
    handle = await driver.write(who, "Avant la panne")
    await driver.settled()
    await driver.stop()
    await driver.rewrite(who, handle, "Pendant la panne")
    for _ in range(2):
        await caught_up(driver)
        seen = await driver.view(OTHER[who])
        assert (seen.count("Avant la panne"), seen.count("Pendant la panne")) == (0, 1)
        edited = [c for c in driver.wire.calls if c.method == "PATCH" and "Pendant" in str(c.body)]
        assert len(edited) == 1
        await driver.stop()
    await driver.start(driver.house.client(driver.wire))


@FRENCH
@BOTH
async def test_deletion_made_during_an_outage_follows(
    driver: DiscordDriver, say: Wording, who: str
) -> None:
    await claimed(driver, say)
    handle = await driver.write(who, "Un mot de trop")
    await driver.write(who, "Un mot qui reste")
    await driver.settled()
    await driver.stop()
    await driver.unwrite(who, handle)
    await caught_up(driver)
    seen = await driver.view(OTHER[who])
    assert "Un mot de trop" not in seen
    assert "Un mot qui reste" in seen


@FRENCH
@BOTH
async def test_what_was_written_then_changed_during_an_outage_comes_as_it_reads_now(
    driver: DiscordDriver, say: Wording, who: str
) -> None:
    await claimed(driver, say)
    await driver.write(who, "Bonjour")
    await driver.settled()
    await driver.stop()
    handle = await driver.write(who, "Premier jet")
    await driver.rewrite(who, handle, "Second jet")
    gone = await driver.write(who, "Vite effacé")
    await driver.unwrite(who, gone)
    await caught_up(driver)
    seen = await driver.view(OTHER[who])
    assert (seen.count("Premier jet"), seen.count("Second jet")) == (0, 1)
    assert "Vite effacé" not in seen


@FRENCH
async def test_change_that_was_told_is_not_made_again(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    handle = await driver.write("camille", "Bonjour")
    await driver.settled()
    await driver.rewrite("camille", handle, "Bonsoir")
    await driver.settled()
    await driver.stop()
    before = len([call for call in driver.wire.calls if call.method == "PATCH"])
    await caught_up(driver)
    after = [call for call in driver.wire.calls if call.method == "PATCH"]
    assert len(after) == before


@FRENCH
async def test_what_lies_further_back_than_was_read_is_not_taken_for_deleted(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    town, place = driver.wire.town, driver.place_of("camille")
    handles = [await driver.write("camille", text) for text in ("Tout au début", "Juste après")]
    await driver.settled()
    await driver.stop()
    for _ in range(PAGES_MAX * HISTORY_MAX):
        town.add_message(place, town.bot(), {"content": "…"})
    await driver.unwrite("camille", handles[1])
    await caught_up(driver)
    seen = await driver.view("nadia")
    assert "Tout au début" in seen
    assert "Juste après" in seen, "nobody can tell: its place was not read"


@FRENCH
async def test_deletion_on_an_older_page_is_found(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    town, place = driver.wire.town, driver.place_of("camille")
    handle = await driver.write("camille", "Un mot de trop")
    await driver.settled()
    await driver.stop()
    for _ in range(3 * HISTORY_MAX):
        town.add_message(place, town.bot(), {"content": "…"})
    await driver.unwrite("camille", handle)
    await caught_up(driver)
    assert "Un mot de trop" not in await driver.view("nadia")


@FRENCH
async def test_thread_whose_past_we_may_not_read_loses_nothing(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Je suis là")
    await driver.settled()
    await driver.stop()
    driver.wire.town.bot_may &= ~READ_HISTORY
    await caught_up(driver)
    assert "Je suis là" in await driver.view("camille")


@FRENCH
async def test_while_discord_refuses_to_be_read_nothing_is_taken_for_deleted(
    driver: DiscordDriver, say: Wording
) -> None:
    await claimed(driver, say)
    handle = await driver.write("camille", "Un mot de trop")
    await driver.settled()
    await driver.stop()
    await driver.unwrite("camille", handle)
    busy = {"retry_after": 40, "global": False, "message": "slow down"}
    driver.wire.failures += [Failure("GET", HISTORY, 429, busy) for _ in range(2)]
    await caught_up(driver)
    assert "Un mot de trop" in await driver.view("nadia")
    await driver.stop()
    driver.wire.failures.clear()
    await caught_up(driver)
    assert "Un mot de trop" not in await driver.view("nadia")
