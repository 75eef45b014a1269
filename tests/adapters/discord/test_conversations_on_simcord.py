"""The conversations of every platform again, on a Discord that others wrote."""

import pytest
from simcord.backend.errors import SetupError

from bot.wording import Wording
from tests.adapters.discord import test_conversations as on_the_wire
from tests.contracts.platforms.test_conversations import *  # noqa: F403
from tests.contracts.platforms.test_conversations import say
from tests.contracts.platforms.test_moderators import *  # noqa: F403
from tests.contracts.platforms.test_told import *  # noqa: F403
from tests.fakes.discord_sim.driver import SimDriver
from tests.fakes.discord_sim.platform import simcord_driver as driver

__all__ = ["driver", "say"]

test_bad_story_comes_back_with_its_text_and_a_kind_sentence = (
    on_the_wire.test_bad_story_comes_back_with_its_text_and_a_kind_sentence
)


async def test_setup_is_for_moderators(  # type: ignore[no-redef]
    driver: SimDriver, say: Wording
) -> None:
    """Discord itself shows the command to nobody else; the core refuses them elsewhere."""
    with pytest.raises(SetupError, match="default-member-permissions"):
        await driver.command("camille", "entraide")
