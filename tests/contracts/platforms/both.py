"""Opens one community on Discord and Slack at once: both real adapters, both fakes, one house."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.community import Community
from bot.wording import load
from tests.contracts.platforms.slack import CHANNELS, Grounds, open_grounds
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import House, open_discord
from tests.fakes.discord_wire.town import GUILD
from tests.fakes.slack_wire.driver import SlackDriver

SAY = load(strict=True)["fr"]
CODE = re.compile(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}")


@dataclass(frozen=True, slots=True)
class Both:
    """People of a server, people of a workspace, and what is between them."""

    discord: DiscordDriver
    slack: SlackDriver
    grounds: Grounds

    @property
    def house(self) -> House:
        """The core that both adapters enter."""
        house: House = self.discord.house
        return house

    async def settled(self) -> None:
        """Wait until both sides were told everything."""
        await self.slack.settled()
        await self.discord.dealt_with()
        await self.slack.settled()

    async def jump(self, seconds: float) -> None:
        """Let time pass at once."""
        self.house.clock.advance(seconds=seconds)
        await self.settled()

    async def community(self) -> Community:
        found = await self.house.community("discord", GUILD)
        assert found is not None
        return found


@asynccontextmanager
async def open_both(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], folder: Path
) -> AsyncIterator[Both]:
    """A community on Discord, beside a workspace in which none lives yet."""
    async with open_discord(memory, folder) as discord:
        house = discord.house
        others = {"discord": discord.app.messenger}
        async with open_grounds(
            memory, folder, store=house.store, clock=house.clock, others=others
        ) as grounds:
            house.messengers["slack"] = grounds.slack.messenger
            house.tools.premises["slack"] = grounds.slack.premises
            grounds.tools.premises["discord"] = discord.app.premises
            grounds.workspace.name = "Atelier"
            grounds.workspace.members["USACHA"].is_admin = True
            yield Both(discord, grounds.driver, grounds)


async def link(both: Both) -> None:
    """Make one community of both, as moderators do, with Yannick as a mentor on Slack."""
    await code_entered(both)
    await both.slack.press("sacha", SAY("button-ask-in"))
    await both.settled()
    await both.discord.press("sacha", SAY("button-welcome"))
    await both.settled()
    await both.slack.command("sacha", "entraide")
    await both.slack.press("sacha", SAY("button-channels"))
    await both.slack.fill("sacha", **{channel.value: CHANNELS[channel] for channel in CHANNELS})
    await both.slack.command("yann", "mentor")
    await both.slack.fill("yann", display_name="Yannick", capacity="3")
    await both.settled()
    await both.discord.press("sacha", SAY("button-approve"))
    await both.settled()


async def code_entered(both: Both) -> None:
    """Get a code on Discord and enter it on Slack."""
    await both.discord.command("sacha", "entraide")
    await both.discord.press("sacha", SAY("button-spaces"))
    await both.discord.press("sacha", SAY("button-space-code"))
    found = CODE.search(await both.discord.view("sacha"))
    assert found is not None
    await both.slack.command("sacha", "entraide")
    await both.slack.press("sacha", SAY("button-enter-code"))
    await both.slack.fill("sacha", code=found.group(0))
