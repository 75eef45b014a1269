"""Discord's own description of its interface: that it is at hand, and refuses what is wrong.

Every body of every conversation is held against it where the conversation ends: ``conftest``.
"""

import pytest

from adapters.discord.commands import payloads
from bot.wording import Wording, load
from tests.contracts.platforms.test_conversations import claimed, say
from tests.fakes.discord_wire.contract import OPENAPI, faults
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.recorder import Call

__all__ = ["say"]

pytestmark = pytest.mark.skipif(
    not OPENAPI.exists(), reason="no copy of Discord's OpenAPI (set ENTRAIDE_CONTRACTS)"
)


async def test_pictures_too(driver: DiscordDriver, say: Wording, picture: bytes) -> None:
    await claimed(driver, say)
    await driver.write("camille", "La capture", picture=picture)
    await driver.settled()
    sent = [call for call in driver.wire.calls if b"files[0]" in call.raw]
    assert len(sent) == 1
    assert list(faults(sent[0])) == []


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/channels/1/messages", {"components": [{"type": 10}], "flags": 1 << 15}),
        ("/channels/1/messages", {"nonce": "x" * 26}),
        ("/channels/1/messages", {"allowed_mentions": {"parse": ["nobody"]}}),
        ("/channels/1/threads", {"name": "", "type": 12}),
        ("/interactions/1/token/callback", {"type": 9, "data": {"title": "t" * 46}}),
        ("/nowhere", {}),
    ],
)
def test_the_contract_refuses_what_discord_would(path: str, body: dict[str, object]) -> None:
    assert list(faults(Call("POST", path, body, b""))) != []


def test_commands_have_both_languages_and_say_so_within_the_limits() -> None:
    for each in payloads(load(strict=True)):
        assert set(each["name_localizations"]) == {"fr"}
        assert 1 <= len(each["description"]) <= 100
        assert 1 <= len(each["description_localizations"]["fr"]) <= 100
