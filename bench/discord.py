"""How long a person waits on Discord: interaction told → callback received.

Against a bare discord.py handler in the same run, at 1, 50 and 200 at once, on real sockets,
while searches keep the processor busy in the background.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from statistics import median, quantiles

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters.discord.client import intents
from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.platform import open_discord
from tests.fakes.discord_wire.town import TEXT_CHANNEL, Place
from tests.fakes.discord_wire.wire import Wire, open_wire

CROWDS = (1, 50, 200)
ROUNDS = 5
COMMANDS = {"crisis": "form", "inbox": "reads the store", "case": "searches"}


def main() -> None:
    """Print the table."""
    asyncio.run(_measured())


async def _measured() -> None:
    print("| what | at once | median ms | p99 ms | p99 / bare | under 500 ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    bare = {crowd: times async for crowd, times in _bare()}
    for crowd, times in bare.items():
        _row("bare discord.py", crowd, times, times)
    with tempfile.TemporaryDirectory() as folder:
        async with _entraide(Path(folder)) as driver:
            for name, what in COMMANDS.items():
                for crowd in CROWDS:
                    times = await _times(driver.wire, driver.rooms["help"], name, crowd)
                    _row(f"/{name} ({what})", crowd, times, bare[crowd])


@asynccontextmanager
async def _entraide(folder: Path) -> AsyncIterator[DiscordDriver]:
    """Run Entraide with searches going on all the time."""
    settings = Settings(model="none", state_dir=folder, _env_file=None)
    memory = load_memory(settings)
    memory.read_all()
    async with open_discord((memory.search, memory.triage), folder) as driver:
        busy = asyncio.create_task(_busy(driver))
        try:
            yield driver
        finally:
            busy.cancel()
            with suppress(asyncio.CancelledError):
                await busy


async def _busy(driver: DiscordDriver) -> None:
    community = await driver.house.community("discord", driver.rooms["help"].json["guild_id"])
    while True:
        await driver.house.tools.search.search(
            "des trolls envahissent notre page", community=community.id, language="fr"
        )


async def _bare() -> AsyncIterator[tuple[int, Sequence[float]]]:
    async with open_wire() as wire:
        Route.BASE = wire.api
        DiscordWebSocket.DEFAULT_GATEWAY = URL(wire.gateway.address)
        client = discord.AutoShardedClient(intents=intents(), chunk_guilds_at_startup=False)

        @client.event
        async def on_interaction(interaction: discord.Interaction) -> None:
            await interaction.response.send_message("ok", ephemeral=True)

        task = asyncio.create_task(client.start("fake-token"))
        await wire.gateway.here()
        room = wire.town.add_place(TEXT_CHANNEL, "room")
        for crowd in CROWDS:
            yield crowd, await _times(wire, room, "inbox", crowd)
        await client.close()
        await task


async def _times(wire: Wire, room: Place, name: str, crowd: int) -> Sequence[float]:
    """Return what each of a crowd waited, in milliseconds, over several rounds."""
    options = {"question": "un bad buzz"} if name == "case" else {}
    people = [Hands(wire, wire.town.add_user(f"person{n}")) for n in range(crowd)]
    times: list[float] = []
    await asyncio.gather(*(_wait(hands, name, room, options) for hands in people))  # warm up
    for _ in range(ROUNDS * max(CROWDS) // crowd if crowd == 1 else ROUNDS):
        waits = (_wait(hands, name, room, options) for hands in people)
        times += await asyncio.gather(*waits)
    return times


async def _wait(hands: Hands, name: str, room: Place, options: dict[str, str]) -> float:
    began_at = asyncio.get_running_loop().time()
    interaction = await hands.command(name, room, **options)
    return (interaction.acknowledged_at - began_at) * 1000


def _row(what: str, crowd: int, times: Sequence[float], bare: Sequence[float]) -> None:
    worst, worst_bare = (quantiles(each, n=100)[-1] for each in (times, bare))
    quick = sum(each < 500 for each in times) / len(times)
    print(
        f"| {what} | {crowd} | {median(times):.1f} | {worst:.1f} "
        f"| {worst / worst_bare:.2f} | {quick:.1%} |"
    )
