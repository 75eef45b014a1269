"""A mentor who chose to be called in the mentors' channel is pinged there, and nobody else is."""

from typing import Any

from bot.wording import Wording
from tests.contracts.platforms.test_conversations import publish, say, speaking
from tests.fakes.discord_wire.driver import DiscordDriver

__all__ = ["say"]


def _allowed(body: Any) -> dict[str, Any]:
    return body.get("allowed_mentions", {}) if isinstance(body, dict) else {}


async def test_a_mentor_who_chose_it_is_pinged_once_in_the_mentors_channel(
    driver: DiscordDriver, say: Wording
) -> None:
    await speaking(driver, say, "camille", "nadia", "yann")
    await driver.command("nadia", "mentor")
    await driver.press("nadia", say("button-profile"))
    await driver.fill("nadia", notice="channel")
    await publish(driver, say)
    nadia = driver.people["nadia"].user.id
    pinged = [c for c in driver.wire.calls if _allowed(c.body).get("users")]
    [call] = [each for each in pinged if each.method == "POST"]
    assert call.body["allowed_mentions"] == {
        "parse": [],
        "replied_user": False,
        "users": [nadia],
    }
    assert f"<@{nadia}>" in repr(call.body)
    assert driver.rooms["mentors"].id in str(call)
    assert all(each.body["allowed_mentions"]["users"] == [nadia] for each in pinged)


async def test_nobody_is_pinged_where_no_mentor_chose_it(
    driver: DiscordDriver, say: Wording
) -> None:
    await speaking(driver, say, "camille", "nadia", "yann")
    await publish(driver, say)
    assert not any("'users'" in repr(call.body) for call in driver.wire.calls)
