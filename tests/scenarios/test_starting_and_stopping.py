"""`entraide run` starts where it stopped: what waits is said at once, and a stop loses nothing."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import httpx
import pytest

from adapters.slack.surface import EVENTS, SCOPES
from bot.bootstrap.core import entraide
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Address
from bot.settings import Settings
from bot.ui.forms import Gesture
from tests.contracts.platforms.slack import found as found_on_slack
from tests.fakes.discord_wire.platform import found_community, make_people, make_rooms
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL
from tests.fakes.discord_wire.wire import Failure, Gate, Wire, open_wire
from tests.fakes.slack_wire.server import SlackServer, slack_server
from tests.fakes.slack_wire.workspace import town
from tests.scenarios.running import PATIENCE_S, PAUSE_S, Running, running, until
from tests.scenarios.test_kill import free_port

WORDS = "On se fait insulter sous chaque publication."


def settings_in(folder: Path) -> Settings:
    return Settings(model="none", state_dir=folder, _env_file=None)


async def ask(desk: Any, who: Actor) -> None:
    """Ask while nobody delivers: what is to be said waits."""
    request = new_id()
    await desk.handle(who, Gesture("request.draft", request, {"text": WORDS, "urgency": "today"}))
    await desk.handle(who, Gesture("request.publish", request))


def waiting(folder: Path) -> int:
    """Return how many deliveries still wait in the queue."""
    with closing(sqlite3.connect(folder / "entraide.db")) as db:
        (count,) = db.execute("SELECT count(*) FROM deliveries").fetchone()
    return int(count)


def names(folder: Path) -> list[str]:
    """Return the code names and ids of everything that somebody could watch."""
    asked = (
        "code_name FROM requests",
        "id FROM requests",
        "id FROM communities",
        "id FROM mentors",
    )
    with closing(sqlite3.connect(folder / "entraide.db")) as db:
        found = [row for what in asked for row in db.execute(f"SELECT {what}")]
    assert len(found) == 5
    return [row[0] for row in found]


async def told(url: str, words: str, process: Running) -> str:
    """Return what an address answers, once it holds these words."""
    async with httpx.AsyncClient() as client, asyncio.timeout(PATIENCE_S):
        while True:
            assert process.process.returncode is None, process.log
            with suppress(httpx.TransportError):
                answer = (await client.get(url)).text
                if words in answer:
                    return answer
            await asyncio.sleep(PAUSE_S)


@dataclass
class Discord:
    """A Discord with a community of ours, where somebody asked while we were away."""

    wire: Wire
    help: Any
    folder: Path

    @property
    def reach(self) -> dict[str, str]:
        return {
            "discord_token": "fake-token",
            "discord_api_base": self.wire.api,
            "discord_gateway": self.wire.gateway.address,
        }

    @property
    def cards(self) -> int:
        return len(self.help.messages)


@pytest.fixture
async def discord(tmp_path: Path) -> AsyncIterator[Discord]:
    async with open_wire() as wire:
        people = make_people(wire)
        rooms = make_rooms(wire.town, people, TEXT_CHANNEL)
        async with entraide(settings_in(tmp_path)) as house:
            places = {name: room.id for name, room in rooms.items()}
            accounts = {name: hands.user.id for name, hands in people.items()}
            core = SimpleNamespace(desk=house.desk, tools=house.tools, clock=house.tools.clock)
            await found_community(core, GUILD, places, accounts)  # type: ignore[arg-type]
            async with house.tools.uow() as uow:
                (community,) = await uow.communities.all()
            address = Address("discord", GUILD, accounts["camille"])
            await ask(house.desk, Actor(address, community.id, "fr", "Camille"))
        yield Discord(wire, rooms["help"], tmp_path)


@dataclass
class Slack:
    """A Slack with a community of ours, where somebody asked while we were away."""

    server: SlackServer
    folder: Path

    @property
    def reach(self) -> dict[str, str]:
        tokens = {"slack_bot_token": "xoxb-canary-token", "slack_app_token": "xapp-test"}
        return {**tokens, "slack_api_base": self.server.api}

    @property
    def cards(self) -> int:
        (workspace,) = self.server.workspaces.values()
        return sum(message.channel == "CHELP" for message in workspace.messages.values())


@pytest.fixture
async def slack(tmp_path: Path) -> AsyncIterator[Slack]:
    workspace = town()
    workspace.scopes, workspace.events = frozenset(SCOPES), frozenset(EVENTS)
    async with slack_server(workspace) as server:
        async with entraide(settings_in(tmp_path)) as house:
            community = CommunityId(new_id())
            await found_on_slack(house.desk, house.tools, community, workspace.team)
            address = Address("slack", workspace.team, "UCAMILLE")
            await ask(house.desk, Actor(address, community, "fr", "Camille"))
        yield Slack(server, tmp_path)


@pytest.fixture(params=["discord", "slack"])
def place(request: pytest.FixtureRequest) -> Discord | Slack:
    found: Discord | Slack = request.getfixturevalue(request.param)
    return found


async def test_what_waits_is_said_at_once(place: Discord | Slack) -> None:
    port = str(free_port())
    async with running(place.folder, **place.reach, health_port=port, metrics="true") as process:
        await until(lambda: place.cards == 1, process)
        await told(f"http://127.0.0.1:{port}/readyz", "ready\n", process)
        numbers = await told(f"http://127.0.0.1:{port}/metrics", "entraide_requests", process)
        assert [name for name in names(place.folder) if name in numbers] == []
        assert await process.stop() == 0
        assert "delivery-retried" not in process.log
    assert place.cards == 1


async def test_what_is_being_said_is_finished_and_never_said_again(discord: Discord) -> None:
    gate = Gate("POST", rf"/channels/{discord.help.id}/messages")
    discord.wire.gates.append(gate)
    async with running(discord.folder, **discord.reach) as process:
        await gate.reached.wait()
        process.process.terminate()
        await until(lambda: "Stopping" in process.log, process)
        gate.open.set()
        assert await process.process.wait() == 0
    assert discord.cards == 1
    async with running(discord.folder, **discord.reach) as process:
        await discord.wire.gateway.here()
        assert await process.stop() == 0
    assert discord.cards == 1


async def test_a_platform_that_takes_nothing_does_not_hold_the_stop(discord: Discord) -> None:
    gate = Gate("POST", rf"/channels/{discord.help.id}/messages")
    discord.wire.gates.append(gate)
    async with running(discord.folder, **discord.reach) as process:
        await gate.reached.wait()
        assert await process.stop() == 0
    assert waiting(discord.folder) > 0
    gate.open.set()
    discord.wire.gates.clear()
    async with running(discord.folder, **discord.reach) as process:
        await until(lambda: waiting(discord.folder) == 0, process)
        assert await process.stop() == 0


async def test_a_platform_that_is_away_is_tried_again(discord: Discord) -> None:
    port = str(free_port())
    away = Failure("GET", "/users/@me", 503, {"code": 0, "message": "away"}, times=10**6)
    discord.wire.failures.append(away)
    async with running(discord.folder, **discord.reach, health_port=port) as process:
        await told(f"http://127.0.0.1:{port}/healthz", "alive\n", process)
        await told(f"http://127.0.0.1:{port}/readyz", "Discord is not connected\n", process)
        away.times = 0
        await until(lambda: discord.cards == 1, process)
        assert '"away"' in process.log
        assert await process.stop() == 0


async def test_a_refused_token_is_told_in_words(discord: Discord) -> None:
    discord.wire.failures.append(Failure("GET", "/users/@me", 401, {"code": 0, "message": "401"}))
    async with running(discord.folder, **discord.reach) as process:
        assert await process.process.wait() == 1
        assert "Discord refuses its token" in process.log
        assert "Traceback" not in process.log
