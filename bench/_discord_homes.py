"""Two bots to compare, each in a process of its own, where the model encodes all the time."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from multiprocessing.connection import Connection
from typing import Any

import discord

from adapters.discord.app import DiscordSettings, reach
from adapters.discord.client import intents
from bench._home import await_reading
from bot.bootstrap.core import Entraide, at_work, entraide
from bot.bootstrap.line import listening
from bot.bootstrap.platforms import open_discord
from bot.domain.community import Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.settings import Settings

HERE = CommunityId(new_id())


async def ours(pipe: Connection, given: dict[str, Any], spaces: Sequence[Space]) -> None:
    """Run Entraide on Discord."""
    async with _encoding(given) as house, open_discord(house) as line, at_work(house):
        async with house.tools.uow() as uow:
            await uow.communities.add(Community(HERE, "Entre pairs", spaces=tuple(spaces)))
            await uow.commit()
        async with listening(line.listen):
            await _until_stopped(pipe, house.model.kind)


async def bare(pipe: Connection, given: dict[str, Any]) -> None:
    """Run the shortest handler that one can write with discord.py."""
    client = discord.AutoShardedClient(intents=intents(), chunk_guilds_at_startup=False)

    @client.event
    async def on_interaction(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("ok", ephemeral=True)

    async with _encoding(given) as house:
        reach(DiscordSettings("", given["discord_api_base"], given["discord_gateway"]))
        async with client, asyncio.TaskGroup() as group:
            task = group.create_task(client.start(given["discord_token"]))
            await _until_stopped(pipe, house.model.kind)
            task.cancel()


async def _until_stopped(pipe: Connection, model: str) -> None:
    pipe.send(model)
    await asyncio.to_thread(pipe.recv)


@asynccontextmanager
async def _encoding(given: dict[str, Any]) -> AsyncIterator[Entraide]:
    """Open the house; search in it without a pause, with another question each time."""

    async def search(house: Entraide) -> None:
        number = 0
        while True:
            number += 1
            question = f"des trolls envahissent notre page pour la fois {number}"
            await house.tools.search.search(question, community=HERE, language="fr")

    async with entraide(Settings(**given, _env_file=None)) as house:
        await asyncio.to_thread(await_reading)
        busy = asyncio.create_task(search(house))
        try:
            yield house
        finally:
            busy.cancel()
            with suppress(asyncio.CancelledError):
                await busy
