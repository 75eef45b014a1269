"""Of two workers with the same Discord bot, one listens; when it is killed, the other does."""

import asyncio
import signal
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from adapters.store.migrations import upgrade
from bot.bootstrap.core import entraide
from bot.settings import Settings
from tests.contracts.store.grounds import empty
from tests.fakes.discord_wire.hands import Hands
from tests.fakes.discord_wire.platform import found_community, make_people, make_rooms
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL
from tests.fakes.discord_wire.wire import Wire, open_wire
from tests.scenarios.running import PATIENCE_S, PAUSE_S, Running, running
from tests.scenarios.test_kill import free_port


@dataclass
class Place:
    """A Discord with a community of ours, and how a worker reaches both."""

    wire: Wire
    people: dict[str, Hands]
    rooms: dict[str, Any]
    folder: Path
    reach: dict[str, str]

    @property
    def listeners(self) -> int:
        """Count the sessions that were ever begun."""
        return len(self.wire.gateway.identified)


@pytest.fixture
async def place(tmp_path: Path, postgres: str) -> AsyncIterator[Place]:
    await upgrade(postgres)
    await empty(postgres)
    async with open_wire() as wire:
        people = make_people(wire)
        rooms = make_rooms(wire.town, people, TEXT_CHANNEL)
        settings = Settings(model="none", state_dir=tmp_path, database_url=postgres, _env_file=None)
        async with entraide(settings) as house:
            places = {name: room.id for name, room in rooms.items()}
            accounts = {name: hands.user.id for name, hands in people.items()}
            core = SimpleNamespace(desk=house.desk, tools=house.tools, clock=house.tools.clock)
            await found_community(core, GUILD, places, accounts)  # type: ignore[arg-type]
        reach = {
            "database_url": postgres.replace("+asyncpg", ""),
            "discord_token": "fake-token",
            "discord_api_base": wire.api,
            "discord_gateway": wire.gateway.address,
        }
        yield Place(wire, people, rooms, tmp_path, reach)


async def until(what: Callable[[], bool], *processes: Running) -> None:
    async with asyncio.timeout(PATIENCE_S):
        while not what():
            assert [each.log for each in processes if each.is_dead] == []
            await asyncio.sleep(PAUSE_S)


async def ready(port: str, *processes: Running) -> None:
    """Wait until a worker says that it can work."""
    async with httpx.AsyncClient() as client, asyncio.timeout(PATIENCE_S):
        while True:
            assert [each.log for each in processes if each.is_dead] == []
            try:
                answer = await client.get(f"http://127.0.0.1:{port}/readyz")
                if answer.status_code == httpx.codes.OK:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(PAUSE_S)


async def test_one_listens_and_the_other_takes_over(place: Place) -> None:
    ports = [str(free_port()), str(free_port())]
    worker = ("--only", "worker")
    async with running(place.folder, *worker, **place.reach, health_port=ports[0]) as first:
        await until(lambda: place.listeners == 1, first)
        async with running(place.folder, *worker, **place.reach, health_port=ports[1]) as second:
            await ready(ports[0], first)
            await ready(ports[1], second)
            assert place.listeners == 1

            asking = await place.people["camille"].command("crise", place.rooms["help"])
            assert asking.callbacks == [9]
            assert await first.stop(signal.SIGKILL) == -signal.SIGKILL

            await until(lambda: place.listeners == 2, second)
            await place.wire.gateway.here()
            asking = await place.people["louis"].command("crise", place.rooms["help"])
            assert asking.callbacks == [9]
            assert await second.stop() == 0
