"""The conversations of every platform, on Discord's wire; two differ where Discord does."""

from bot.wording import Wording
from tests.contracts.platforms.test_conversations import *  # noqa: F403
from tests.contracts.platforms.test_conversations import ask, say, speaking
from tests.contracts.platforms.test_moderators import *  # noqa: F403
from tests.contracts.platforms.test_told import *  # noqa: F403
from tests.fakes.discord_wire.driver import DiscordDriver

__all__ = ["say"]


async def test_bad_story_comes_back_with_its_text_and_a_kind_sentence(  # type: ignore[no-redef]
    driver: DiscordDriver, say: Wording
) -> None:
    """Discord's own client refuses an empty or an overlong answer before it is sent."""
    await speaking(driver, say, "camille")
    await ask(driver, say, text="😱😱😱")
    assert say("fault-no-words") in await driver.view("camille")
    values = await driver.form_values("camille")
    assert (values["text"], values["names"]) == ("😱😱😱", "Zed")
