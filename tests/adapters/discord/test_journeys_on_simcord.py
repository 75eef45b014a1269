"""Whole journeys as people live them on Discord: who sees what, and what goes wrong."""

import asyncio

import pytest
from simcord import SetupError
from simcord.builders import ChannelHandle

from bot.wording import Wording
from tests.contracts.platforms.test_conversations import ask, claimed, command, say
from tests.contracts.platforms.test_conversations import speaking as _speaking
from tests.fakes.discord_sim.driver import SimDriver
from tests.fakes.discord_sim.platform import simcord_driver as driver
from tests.fakes.discord_wire import eyes

__all__ = ["driver", "say"]

TROLLS = "Des trolls envahissent notre page depuis ce matin"
MISTAKE = "Une blague est partie du compte de la mairie"


async def talked(driver: SimDriver, say: Wording) -> ChannelHandle:
    """Let camille and nadia talk, and return their thread."""
    await claimed(driver, say)
    await driver.write("nadia", "Un mot entre nous")
    await driver.write("camille", "Une réponse entre nous")
    await driver.settled()
    place = driver.place_of("nadia")
    assert isinstance(place, ChannelHandle)
    return place


# --- who sees what ------------------------------------------------------------------------


async def test_bystanders_read_the_card_and_nothing_else(driver: SimDriver, say: Wording) -> None:
    before = _history(driver, "help", "louis")
    await talked(driver, say)
    after = _history(driver, "help", "louis")
    assert len(after) - len(before) == 1, "one card, whatever was clicked in the channel"
    assert "entre nous" not in "".join(after)
    assert await driver.view("louis") == "\n".join(after)


@pytest.mark.parametrize("who", ["louis", "sacha"])
async def test_no_bystander_gets_into_the_thread(driver: SimDriver, say: Wording, who: str) -> None:
    thread = await talked(driver, say)
    with pytest.raises(SetupError):
        thread.history(viewer=driver.people[who].member)


async def test_the_requester_is_in_no_thread_either(driver: SimDriver, say: Wording) -> None:
    thread = await talked(driver, say)
    with pytest.raises(SetupError):
        thread.history(viewer=driver.people["camille"].member)


async def test_no_message_in_the_server_tells_who_used_a_command(
    driver: SimDriver, say: Wording
) -> None:
    await talked(driver, say)
    public = [
        message
        for room in driver.rooms.values()
        for message in room.history()
        if not message.flags.ephemeral
    ]
    assert public
    assert [message for message in public if message.interaction_metadata] == []


async def test_the_audit_log_names_no_requester(driver: SimDriver, say: Wording) -> None:
    await talked(driver, say)
    camille = driver.people["camille"].user
    assert str(camille.id) not in repr(driver.guild.audit_log)
    assert camille.name not in repr(driver.guild.audit_log)


# --- restarts -------------------------------------------------------------------------------


async def test_buttons_forms_and_threads_live_through_restarts(
    driver: SimDriver, say: Wording
) -> None:
    await _speaking(driver, say, "camille", "nadia")
    await driver.command("camille", command("crise", say.language))
    await driver.restart()
    await driver.fill("camille", text=MISTAKE, urgency="now")
    await driver.restart()
    await driver.press("camille", say("button-publish"))
    await driver.settled()
    await driver.restart()
    await driver.press("nadia", say("button-claim"))
    await driver.settled()
    await driver.restart()
    await driver.write("nadia", "Je suis là")
    await driver.settled()
    assert "Je suis là" in await driver.view("camille")


async def test_two_requesters_never_cross_at_any_step_with_a_restart_between(
    driver: SimDriver, say: Wording
) -> None:
    await _speaking(driver, say, "camille", "louis", "nadia", "yann")
    for who in ("camille", "louis"):
        await driver.command(who, command("crise", say.language))
    await driver.restart()
    for who, text in (("louis", MISTAKE), ("camille", TROLLS)):
        await driver.fill(who, text=text, urgency="now")
    await driver.restart()
    _assert_apart(await driver.view("camille"), "trolls", "blague")
    _assert_apart(await driver.view("louis"), "blague", "trolls")
    for who, mentor in (("camille", "nadia"), ("louis", "yann")):
        await driver.press(who, say("button-publish"))
        await driver.settled()
        await driver.press(mentor, say("button-claim"))
        await driver.settled()
        await driver.restart()
    words = {"louis": "un seau", "nadia": "une voile", "camille": "une rame", "yann": "un mât"}
    for who, word in words.items():
        await driver.write(who, f"Il me faut {word}")
        await driver.settled()
        await driver.restart()
    _assert_apart(await driver.view("nadia"), "une rame", "un seau")
    _assert_apart(await driver.view("yann"), "un seau", "une rame")
    _assert_apart(_private(driver, "camille"), "une voile", "un mât")
    _assert_apart(_private(driver, "louis"), "un mât", "une voile")


# --- when private messages are closed -------------------------------------------------------


@pytest.mark.parametrize("code", [50007, 50278, 40003])
async def test_the_whole_conversation_goes_through_the_inbox_when_private_messages_are_closed(
    driver: SimDriver, say: Wording, code: int
) -> None:
    private = driver.people["camille"].private.id
    driver.env.inject_error(
        "POST", f"/channels/{private}/messages", status=403, code=code, times=None
    )
    await claimed(driver, say)
    await driver.write("nadia", "Vous me lisez ?")
    await driver.settled()
    assert driver.say["fr"]("discord-failed") in await driver.view("nadia")
    await driver.command("camille", command("boite", say.language))
    await driver.press("camille", say("button-read"))
    assert "Vous me lisez ?" in await driver.view("camille")
    await driver.press("camille", say("button-reply"))
    await driver.fill("camille", text="Oui, par ma boîte")
    await driver.settled()
    assert "Oui, par ma boîte" in await driver.view("nadia")
    assert driver.people["camille"].private.history() == []


# --- when things take long ------------------------------------------------------------------


async def test_slow_work_is_acknowledged_in_private_and_answered_later(
    driver: SimDriver, say: Wording
) -> None:
    await _speaking(driver, say, "louis")
    search = driver.house.slow_down()
    louis, help_room = driver.people["louis"], driver.rooms["help"]
    asking = asyncio.create_task(
        louis.command("case", help_room, question="une blague est partie du compte de la mairie")
    )
    result = await driver.acknowledged("louis")
    assert (result.deferred, result.ephemeral) == (True, True)
    search.set()
    await asking
    assert say("button-read-case") in [b["label"] for b in eyes.buttons(louis.answers[-1])]


async def test_an_empty_preview_leaves_nothing_for_anybody(driver: SimDriver, say: Wording) -> None:
    await _speaking(driver, say, "camille")
    before = _history(driver, "help", "louis")
    await ask(driver, say)
    await driver.press("camille", say("button-cancel"))
    await driver.settled()
    assert _history(driver, "help", "louis") == before


def _assert_apart(seen: str, own: str, other: str) -> None:
    assert own in seen
    assert other not in seen


def _history(driver: SimDriver, room: str, who: str) -> list[str]:
    """Return what somebody reads in a channel, as simcord lets exactly them."""
    found = driver.rooms[room].history(viewer=driver.people[who].member)
    own = {each["id"] for each in driver.people[who].answers}
    return [eyes.text(_payload(each)) for each in found if str(each.id) not in own]


def _private(driver: SimDriver, who: str) -> str:
    hands = driver.people[who]
    return "\n".join(eyes.text(_payload(m)) for m in hands.private.history(viewer=hands.user))


def _payload(message: object) -> dict[str, object]:
    components = getattr(message, "components", [])
    return {
        "content": getattr(message, "content", ""),
        "components": [each.to_dict() for each in components],
    }
