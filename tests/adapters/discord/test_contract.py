"""Every body of whole conversations, against Discord's own description of its interface."""

from collections import Counter

import pytest

from adapters.discord.commands import payloads
from bot.wording import Wording, load
from tests.contracts.platforms.test_conversations import claimed, debriefed, say
from tests.fakes.discord_wire.contract import OPENAPI, faults
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.recorder import Call

__all__ = ["say"]

pytestmark = pytest.mark.skipif(
    not OPENAPI.exists(), reason="no copy of Discord's OpenAPI (set ENTRAIDE_CONTRACTS)"
)


async def test_every_body_that_is_sent_is_one_that_discord_takes(
    driver: DiscordDriver, say: Wording, picture: bytes
) -> None:
    await debriefed(driver, say)
    await driver.command("camille", "mentor")
    await driver.command("louis", "cas", question="un bad buzz")
    found = Counter(fault for call in _distinct(driver.wire.calls) for fault in faults(call))
    assert found == Counter()


async def test_pictures_too(driver: DiscordDriver, say: Wording, picture: bytes) -> None:
    await claimed(driver, say)
    await driver.write("camille", "La capture", picture=picture)
    await driver.settled()
    sent = [call for call in driver.wire.calls if b"files[0]" in call.raw]
    assert len(sent) == 1
    assert list(faults(sent[0])) == []


def test_the_contract_refuses_what_discord_would() -> None:
    body = {"components": [{"type": 10}], "flags": 1 << 15}
    assert list(faults(Call("POST", "/channels/1/messages", body, b""))) != []


def test_commands_have_both_languages_and_say_so_within_the_limits() -> None:
    for each in payloads(load(strict=True)):
        assert set(each["name_localizations"]) == {"fr"}
        assert 1 <= len(each["description"]) <= 100
        assert 1 <= len(each["description_localizations"]["fr"]) <= 100


def _distinct(calls: list[Call]) -> list[Call]:
    """Return one call of each method, path pattern and size: the rest are the same again."""
    kinds = {(c.method, "".join(filter(str.isalpha, c.path)), len(c.raw)): c for c in calls}
    return list(kinds.values())
