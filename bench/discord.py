"""How long a person waits on Discord: interaction told → callback received.

Against a bare discord.py handler in the same run, at 1, 50 and 200 at once, on real sockets,
with the real store, while the sentence model encodes one search after another.
"""

import asyncio
import sys
import tempfile
import threading
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles

import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from adapters.discord.client import intents
from bot.bootstrap.core import Entraide, at_work, entraide
from bot.bootstrap.platforms import discord_app
from bot.cli.serving import SWITCH_INTERVAL_S
from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.settings import Settings
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL, Place
from tests.fakes.discord_wire.wire import Wire, open_wire

CROWDS = (1, 50, 200)
ROUNDS = 5
COMMANDS = {"crisis": "form", "inbox": "reads the store", "case": "searches"}


def main() -> None:
    """Print the table; threads take turns as often as in the real process."""
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    asyncio.run(_measured())


async def _measured() -> None:
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(
            model="packaged", state_dir=Path(folder), discord_token="fake-token", _env_file=None
        )
        async with entraide(settings) as house:
            await asyncio.to_thread(await_reading)
            print(f"model: {house.model.kind}")
            community = await _found(house)
            async with at_work(house), _encoding(house, community):
                await _table(house)


async def _table(house: Entraide) -> None:
    print("| what | at once | median ms | p99 ms | p99 / bare | under 500 ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    bare = {crowd: times async for crowd, times in _bare()}
    for crowd, times in bare.items():
        _row("bare discord.py", crowd, times, times)
    async with _listening(house) as (wire, room):
        for name, what in COMMANDS.items():
            for crowd in CROWDS:
                times = await _times(wire, room, name, crowd)
                _row(f"/{name} ({what})", crowd, times, bare[crowd])


def await_reading() -> None:
    """Wait until the casebook was read: a process does it once, when it starts."""
    for thread in threading.enumerate():
        if thread.name == "reading":
            thread.join()


async def _found(house: Entraide) -> CommunityId:
    community = CommunityId(new_id())
    async with house.tools.uow() as uow:
        space = Space("discord", GUILD, {Channel.HELP: "1"})
        await uow.communities.add(Community(community, "Entre pairs", spaces=(space,)))
        await uow.commit()
    return community


@asynccontextmanager
async def _encoding(house: Entraide, community: CommunityId) -> AsyncIterator[None]:
    """Search without a pause, with another question each time: the model has to work."""

    async def search() -> None:
        number = 0
        while True:
            number += 1
            question = f"des trolls envahissent notre page pour la fois {number}"
            await house.tools.search.search(question, community=community, language="fr")

    busy = asyncio.create_task(search())
    try:
        yield
    finally:
        busy.cancel()
        with suppress(asyncio.CancelledError):
            await busy


@asynccontextmanager
async def _listening(house: Entraide) -> AsyncIterator[tuple[Wire, Place]]:
    """Run Entraide's Discord side."""
    async with open_wire() as wire:
        room = wire.town.add_place(TEXT_CHANNEL, "entraide")
        app = discord_app(_at(house, wire))
        house.messengers[app.messenger.platform] = app.messenger
        app.listen(house.desk)
        task = asyncio.create_task(app.run())
        await wire.gateway.here()
        try:
            yield wire, room
        finally:
            await app.stop()
            await task


def _at(house: Entraide, wire: Wire) -> Entraide:
    """Return the house with the addresses of another Discord."""
    reach = {"discord_api_base": wire.api, "discord_gateway": wire.gateway.address}
    return replace(house, settings=house.settings.model_copy(update=reach))


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
        f"| {worst / worst_bare:.2f} | {quick:.1%} |",
        flush=True,
    )
