"""That what every platform must carry is played on Discord too, to the last test."""

from types import ModuleType

import pytest

from tests.adapters.discord import test_conversations as on_the_wire
from tests.adapters.discord import test_conversations_on_simcord as on_simcord
from tests.contracts.platforms import test_conversations, test_moderators, test_told


@pytest.mark.parametrize("discord", [on_the_wire, on_simcord])
@pytest.mark.parametrize("contract", [test_conversations, test_moderators, test_told])
def test_discord_plays_every_test_of_the_contract(
    discord: ModuleType, contract: ModuleType
) -> None:
    wanted = {name for name in vars(contract) if name.startswith("test_")}
    assert wanted <= set(vars(discord))
