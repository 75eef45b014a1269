"""Who is kept from asking reads so beneath the form, which opens as soon as for anybody."""

from bot.domain.people import Language
from bot.wording import Wording
from tests.contracts.platforms.test_conversations import STORY, claimed, command, say
from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.wire import Interaction

__all__ = ["say"]


async def block_camille(driver: DiscordDriver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-report"))
    await driver.settled()
    await driver.press("sacha", driver.say["fr"]("button-block"))
    await driver.fill("sacha", length="lifted", reason="Insultes.")
    await driver.settled()


def newest(driver: DiscordDriver) -> Interaction:
    return list(driver.wire.interactions.values())[-1]


def refusal(driver: DiscordDriver, language: Language) -> str:
    return driver.say[language]("refusal-blocked", community="Entre pairs")


async def test_form_opens_at_once_and_the_refusal_is_beneath_it(
    driver: DiscordDriver, say: Wording
) -> None:
    await block_camille(driver, say)
    await driver.command("camille", command("crise", say.language))
    asked = newest(driver)
    assert asked.callbacks == [9]
    (beneath,) = asked.later
    assert refusal(driver, say.language) in eyes.text(beneath)
    assert say("care-3114-what") in eyes.text(beneath)
    await driver.fill("camille", text=STORY, urgency="now")
    seen = await driver.view("camille")
    assert refusal(driver, say.language) in seen
    assert STORY in seen
    assert say("care-3018-what") in seen


async def test_who_may_ask_reads_nothing_beneath_the_form(
    driver: DiscordDriver, say: Wording
) -> None:
    await block_camille(driver, say)
    await driver.command("louis", command("crise", say.language))
    assert newest(driver).callbacks == [9]
    assert newest(driver).later == []


async def test_in_private_where_no_form_opens_at_once_the_refusal_comes_instead(
    driver: DiscordDriver, say: Wording
) -> None:
    await block_camille(driver, say)
    camille = driver.people["camille"]
    await camille.command("crisis", driver.wire.town.private_with(camille.user.id))
    await driver.dealt_with()
    assert camille.modal is None
    assert refusal(driver, say.language) in eyes.text(camille.answers[-1])
