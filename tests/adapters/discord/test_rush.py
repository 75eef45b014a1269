"""When many ask at once: everybody hears at once that it is coming, and forms still open."""

import asyncio

import pytest

from adapters.discord import inbound
from adapters.discord.answers import Answers
from adapters.discord.inbound import TURNS
from adapters.discord.render import Enclosed, Page
from bot.wording import Wording
from tests.contracts.platforms.test_conversations import say
from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.wire import Gate, Interaction

__all__ = ["say"]

pytestmark = pytest.mark.parametrize("say", ["fr"], indirect=True)


async def everybody_busy(driver: DiscordDriver) -> asyncio.Event:
    """Let as many search as are worked on at once, until the event is set."""
    gate: asyncio.Event = driver.house.slow_down()
    for _ in range(TURNS):
        await acknowledged(driver, driver.people["yann"], "case", question="un bad buzz")
    return gate


async def acknowledged(
    driver: DiscordDriver, hands: Hands, name: str, **options: str
) -> Interaction:
    """Type a command and wait for its first answer only."""
    known = set(driver.wire.interactions)
    task = asyncio.create_task(hands.command(name, driver.rooms["help"], **options))
    driver.tasks.append(task)
    while not (new := set(driver.wire.interactions) - known):
        await asyncio.sleep(0)
    interaction = driver.wire.interactions[new.pop()]
    async with asyncio.timeout(10):
        await interaction.answered.wait()
    return interaction


async def test_in_a_rush_the_word_that_it_is_coming_goes_out_before_any_work(
    driver: DiscordDriver, say: Wording
) -> None:
    gate = await everybody_busy(driver)
    inbox = await acknowledged(driver, driver.people["camille"], "inbox")
    assert inbox.callbacks == [5]
    assert inbox.message is None, "the work waits for its turn"
    gate.set()
    await asyncio.gather(*driver.tasks)
    assert say("inbox-empty") in eyes.text(driver.people["camille"].answers[-1])


async def test_in_a_rush_the_crisis_form_still_opens_at_once(
    driver: DiscordDriver, say: Wording
) -> None:
    gate = await everybody_busy(driver)
    form = await acknowledged(driver, driver.people["camille"], "crisis")
    assert form.callbacks == [9]
    gate.set()
    await asyncio.gather(*driver.tasks)


async def test_work_for_who_had_a_word_lets_those_go_first_who_had_none(
    driver: DiscordDriver, say: Wording, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbound, "GIVE_WAY_S", 60)  # so long as the other one has no word
    typing = asyncio.create_task(driver.people["camille"].command("inbox", driver.rooms["help"]))
    while not driver.wire.interactions:
        await asyncio.sleep(0)
    gate = Gate("POST", rf"/interactions/\d+/{next(iter(driver.wire.interactions))}/callback")
    driver.wire.gates.append(gate)
    await gate.reached.wait()
    searched = await acknowledged(driver, driver.people["yann"], "case", question="un bad buzz")
    await asyncio.sleep(0.1)
    assert searched.message is None, "somebody has had no word yet"
    gate.open.set()
    await asyncio.gather(typing, *driver.tasks)
    assert searched.message is not None


async def test_the_sdk_keeps_nothing_of_an_interaction_that_is_over(
    driver: DiscordDriver, say: Wording
) -> None:
    """It would look through all that it kept at every new one."""
    await driver.command("camille", "boite")
    await driver.command("camille", "cas", question="un bad buzz")
    buckets = driver.app.client.http._buckets
    assert [key for key in buckets if "interactions" in key or "webhooks" in key] == []


async def test_a_private_answer_can_hold_a_picture(
    driver: DiscordDriver, say: Wording, picture: bytes
) -> None:
    answers = Answers(driver.app.rest)
    click = await driver.caught("camille", "inbox")
    shown = Enclosed("image-1.png", picture)
    await answers.complete(click, Page([{"type": 10, "content": "Voici"}], (shown,)))
    sent = driver.wire.calls[-1]
    assert sent.body["attachments"] == [{"id": "0", "filename": "image-1.png"}]
    assert picture in sent.raw
