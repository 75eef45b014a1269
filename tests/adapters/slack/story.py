"""The steps of a conversation on Slack, in French, for the tests of the adapter."""

from bot.wording import load
from tests.fakes.slack_wire.driver import SlackDriver

SAY = load(strict=True)["fr"]
STORY = "J'ai posté une blague depuis le compte de la mairie, tout le monde fait des captures"


async def ask(driver: SlackDriver, who: str = "camille", text: str = STORY) -> None:
    await driver.command(who, "crise")
    await driver.fill(who, text=text, names="Zed", urgency="now")


async def publish(driver: SlackDriver, who: str = "camille", text: str = STORY) -> None:
    await ask(driver, who, text)
    await driver.press(who, SAY("button-publish"))
    await driver.settled()


async def claimed(driver: SlackDriver) -> None:
    await publish(driver)
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
