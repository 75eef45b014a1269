"""A mentor who chose to be called in the mentors' channel is pinged there, and nobody else is."""

import json

from tests.adapters.slack.story import SAY
from tests.contracts.platforms.slack import Grounds
from tests.contracts.platforms.test_conversations import publish


def pings(grounds: Grounds) -> list[tuple[str, str]]:
    """Return the channel and the account of each mention that was posted."""
    found = []
    for call in grounds.server.calls("chat.postMessage"):
        text = json.dumps(call["blocks"]) if not isinstance(call["blocks"], str) else call["blocks"]
        found += [(call["channel"], user) for user in USERS if f'"user_id": "{user}"' in text]
        assert "<@" not in text
        assert "<!" not in text
    return found


USERS = ("UCAMILLE", "ULOUIS", "UNADIA", "UYANN", "USACHA")


async def test_a_mentor_who_chose_it_is_pinged_in_the_mentors_channel(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.command("nadia", "mentor")
    await driver.press("nadia", SAY("button-profile"))
    await driver.fill("nadia", notice="channel")
    await publish(driver, SAY)
    [(channel, user)] = pings(grounds)
    assert user == "UNADIA"
    assert SAY("call-title", names="Nadia") in await driver.view("yann")
    assert channel not in ("", "UNADIA")


async def test_nobody_is_pinged_where_no_mentor_chose_it(grounds: Grounds) -> None:
    await publish(grounds.driver, SAY)
    assert pings(grounds) == []
