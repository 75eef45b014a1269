"""How long a person waits on Discord: interaction told → callback received.

Against a bare discord.py handler in the same run, at 1, 50 and 200 at once, on real sockets,
with the real store, while the sentence model encodes one search after another. Each bot runs
in a process of its own; what plays Discord, and its people, stay here.
"""

import asyncio
import gc
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench._discord_homes import bare, ours
from bench._home import spawned
from bot.domain.community import Channel, Space
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL, Place
from tests.fakes.discord_wire.wire import Wire, open_wire

CROWDS = {1: 1_000, 50: 40, 200: 10}  # at once → rounds
COMMANDS = {"crisis": "form", "inbox": "reads the store", "case": "searches"}
PAUSES_S = {1: 0.02, 50: 1, 200: 4}  # between two rounds: the searches of the one before end


@dataclass(frozen=True, slots=True)
class Waits:
    """What a crowd waited, in milliseconds."""

    each: Sequence[float]

    @property
    def p99(self) -> float:
        return quantiles(self.each, n=100)[-1]

    @property
    def quick(self) -> float:
        """The share that waited less than half a second."""
        return sum(wait < 500 for wait in self.each) / len(self.each)


def main() -> None:
    """Print the table."""
    asyncio.run(_measured())


async def _measured() -> None:
    print("| what | at once | median ms | p99 ms | p99 / bare | under 500 ms |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    async with _bot(bare) as (wire, room):
        baseline = {crowd: await _waits(wire, room, "inbox", crowd) for crowd in CROWDS}
    for crowd, waits in baseline.items():
        _row("bare discord.py", crowd, waits, waits)
    async with _bot(ours, [Space("discord", GUILD, {Channel.HELP: "1"})]) as (wire, room):
        for name, what in COMMANDS.items():
            for crowd in CROWDS:
                waits = await _waits(wire, room, name, crowd)
                _row(f"/{name} ({what})", crowd, waits, baseline[crowd])


@asynccontextmanager
async def _bot(serve: Any, *given: Any) -> AsyncIterator[tuple[Wire, Place]]:
    with tempfile.TemporaryDirectory() as folder:
        async with open_wire() as wire:
            settings = {
                "model": "packaged",
                "state_dir": Path(folder),
                "discord_token": "fake-token",
                "discord_api_base": wire.api,
                "discord_gateway": wire.gateway.address,
            }
            room = wire.town.add_place(TEXT_CHANNEL, "entraide")
            async with spawned(serve, settings, *given) as pipe:
                model = await asyncio.to_thread(pipe.recv)
                assert model == "packaged", model
                await wire.gateway.here()
                gc.collect()
                gc.freeze()  # as both bots do: nobody here stops to look through all of it
                yield wire, room


async def _waits(wire: Wire, room: Place, name: str, crowd: int) -> Waits:
    """Let a crowd ask at once, round after round."""
    options = {"question": "un bad buzz"} if name == "case" else {}
    people = [Hands(wire, wire.town.add_user(f"person{n}")) for n in range(crowd)]
    waits: list[float] = []
    for number in range(CROWDS[crowd] + 1):
        taken = await asyncio.gather(*(_wait(hands, name, room, options) for hands in people))
        waits += taken if number else []  # the first warms up
        await asyncio.sleep(PAUSES_S[crowd])
    return Waits(waits)


async def _wait(hands: Hands, name: str, room: Place, options: dict[str, str]) -> float:
    began_at = asyncio.get_running_loop().time()
    interaction = await hands.command(name, room, **options)
    return (interaction.acknowledged_at - began_at) * 1000


def _row(what: str, crowd: int, waits: Waits, baseline: Waits) -> None:
    print(
        f"| {what} | {crowd} | {median(waits.each):.1f} | {waits.p99:.1f} "
        f"| {waits.p99 / baseline.p99:.2f} | {waits.quick:.1%} |",
        flush=True,
    )
