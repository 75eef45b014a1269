"""The processes of the Procfile on one PostgreSQL: each thing is done once, whoever is killed."""

import asyncio
import json
import signal
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlencode

import httpx
import pytest
from sqlalchemy import text

from adapters.clock import SystemClock
from adapters.kit import paper
from adapters.kit.tokens import SealedTokens
from adapters.slack.surface import EVENTS, SCOPES
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.bootstrap.core import entraide
from bot.domain.ids import CommunityId, new_id
from bot.settings import Settings
from bot.ui.forms import Form
from bot.wording import load
from tests.adapters.slack.http import SECRET, signed
from tests.contracts.platforms.slack import found
from tests.contracts.store.grounds import empty
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire.driver import SlackDriver
from tests.fakes.slack_wire.server import Gate, SlackServer, slack_server
from tests.fakes.slack_wire.workspace import BOT_USER, Workspace, town
from tests.scenarios.running import PATIENCE_S, PAUSE_S, Running, running
from tests.scenarios.test_kill import free_port

SAY = load()["fr"]
KINDS = {"slash_commands": "", "interactive": "payload"}


@dataclass
class SlackOverHttp:
    """Sends what Slack sends to the web process, signed."""

    server: SlackServer
    client: httpx.AsyncClient

    @property
    def base(self) -> str:
        return self.server.base

    async def send(self, kind: str, payload: dict[str, Any], **_: Any) -> dict[str, Any]:
        body, media = json.dumps(payload).encode(), "application/json"
        if kind in KINDS:
            fields = {KINDS[kind]: json.dumps(payload)} if KINDS[kind] else payload
            body, media = urlencode(fields).encode(), "application/x-www-form-urlencoded"
        headers = {**signed(body, str(int(SystemClock().now().timestamp()))), "content-type": media}
        answer = await self.client.post("/slack/events", content=body, headers=headers)
        assert answer.status_code == httpx.codes.OK, answer.status_code
        return answer.json() if answer.content else {}


@dataclass
class House:
    """A web process and two workers, a Slack, and a look into their database."""

    driver: SlackDriver
    workspace: Workspace
    server: SlackServer
    client: httpx.AsyncClient
    url: str
    web: Running
    workers: dict[str, Running]

    async def count(self, what: str) -> int:
        engine = create_engine(self.url)
        async with engine.connect() as connection:
            number = (await connection.execute(text(f"SELECT count(*) FROM {what}"))).scalar_one()
        await engine.dispose()
        return int(number)

    async def until(self, what: Callable[[], Awaitable[bool]]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not await what():
                dead = [each for each in (self.web, *self.workers.values()) if each.is_dead]
                assert not dead, dead[0].log
                await asyncio.sleep(PAUSE_S)

    async def press(self, who: str, label: str) -> None:
        """Press a button, once it is there."""

        async def there() -> bool:
            return label in await self.driver.buttons(who)

        await self.until(there)
        await self.driver.press(who, label)

    async def ask(self, who: str, words: str) -> None:
        """Ask through the form and its preview."""
        member = self.workspace.members[f"U{who.upper()}"]

        async def is_open() -> bool:
            return bool(member.stack)

        await self.driver.command(who, "crise")
        await self.until(is_open)
        await self.driver.fill(who, text=words, urgency="now")
        await self.press(who, SAY("button-publish"))

    async def is_ready(self) -> bool:
        """Say whether the web process can work."""
        with suppress(httpx.TransportError):
            return (await self.client.get("/readyz")).status_code == httpx.codes.OK
        return False

    async def is_quiet(self) -> bool:
        """Say whether nothing waits to be reacted to or said."""
        return not await self.count("events") + await self.count("deliveries")

    def posts(self, channel: str, words: str) -> int:
        """Count the posts of ours in a channel, or to a person, that hold these words."""
        direct = f"D{channel[1:]}"
        return sum(
            message.channel in (channel, direct)
            and words in json.dumps(message.body, ensure_ascii=False)
            for message in self.ours()
        )

    def ours(self) -> list[Any]:
        return [each for each in self.workspace.messages.values() if each.user == BOT_USER]

    def twice(self) -> list[tuple[Any, ...]]:
        """Return what was posted more than once in the same place for the same people."""
        shown = Counter(
            (each.channel, each.thread, each.only_for, json.dumps(_seen(each.body)))
            for each in self.ours()
        )
        return [what for what, times in shown.items() if times > 1]


def _seen(body: dict[str, Any]) -> Any:
    """Return a post as people see it: the ids of what can be pressed aside."""
    if isinstance(body, dict):
        return {k: _seen(v) for k, v in body.items() if k not in ("action_id", "block_id", "value")}
    return [_seen(each) for each in body] if isinstance(body, list) else body


@asynccontextmanager
async def opened(url: str, keys: Path) -> AsyncIterator[SqlStore]:
    clock = SystemClock()
    store = SqlStore(create_engine(url), vault=FileVault(keys, clock=clock), clock=clock)
    await store.begin()
    yield store
    await store.close()


@pytest.fixture
async def house(tmp_path: Path, postgres: str) -> AsyncIterator[House]:
    await upgrade(postgres)
    await empty(postgres)
    workspace, port = town(), str(free_port())
    workspace.scopes, workspace.events = frozenset(SCOPES), frozenset(EVENTS)
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(slack_server(workspace))
        keys = tmp_path / "keys"
        settings = {
            "database_url": postgres.replace("+asyncpg", ""),
            "key_dir": str(keys),
            "slack_bot_token": workspace.token,
            "slack_signing_secret": SECRET,
            "http_port": port,
        }
        founding = Settings(
            model="none", state_dir=tmp_path, key_dir=keys, database_url=postgres, _env_file=None
        )
        async with entraide(founding) as core:
            await found(core.desk, core.tools, CommunityId(new_id()), workspace.team)

        async def start(part: str, name: str) -> Running:
            reach = {**settings, "slack_api_base": f"{server.base}/{name}/api/"}
            return await stack.enter_async_context(running(tmp_path, "--only", part, **reach))

        web = await start("web", "web")
        workers = {name: await start("worker", name) for name in ("first", "second")}
        address = f"http://127.0.0.1:{port}"
        client = await stack.enter_async_context(httpx.AsyncClient(base_url=address, timeout=60))
        store = await stack.enter_async_context(opened(postgres, keys))
        tokens = SealedTokens(
            "slack", memory=store.platform_memory, vault=store.vault, clock=SystemClock()
        )

        async def form_of(token: str) -> Form:
            """Read it, once it is kept: a form is on the screen a moment before."""
            async with asyncio.timeout(PATIENCE_S):
                while (meaning := await tokens.redeem(token)) is None:
                    await asyncio.sleep(PAUSE_S)
            return paper.read(meaning.subject)

        async def at_once(*_: float) -> None:
            """The processes work by themselves."""

        slack = cast(SlackServer, SlackOverHttp(server, client))
        clock = cast(FakeClock, SystemClock())
        driver = SlackDriver(slack, workspace, form_of, at_once, at_once, at_once, clock)
        yield House(driver, workspace, server, client, postgres, web, workers)


async def test_each_thing_is_done_once_though_a_worker_is_killed(house: House) -> None:
    await house.until(house.is_ready)

    # One asks; two mentors click at once.
    await house.ask("camille", "On se fait insulter sous chaque publication.")
    await asyncio.gather(*(house.press(who, SAY("button-claim")) for who in ("nadia", "yann")))
    await house.until(house.is_quiet)
    assert await house.count("holders") == 1
    assert house.posts("CHELP", "insulter") == 1
    threads = sum("Conversation avec" in json.dumps(each.body) for each in house.ours())
    assert threads == 1
    assert house.twice() == []

    # Another asks; what is said of it is on its way when the worker that says it is killed.
    house.server.gates.append(gate := Gate("chat.postMessage"))
    await house.ask("louis", "Un faux compte à notre nom insulte nos clients.")
    async with asyncio.timeout(PATIENCE_S):
        await gate.reached.wait()
    victim = house.workers.pop(gate.held[0])
    assert await victim.stop(signal.SIGKILL) == -signal.SIGKILL
    gate.open.set()
    await house.until(house.is_quiet)
    assert house.posts("CHELP", "faux compte") == 1
    assert house.twice() == []

    # The other goes on.
    await house.press("yann", SAY("button-claim"))
    await house.until(house.is_quiet)
    assert await house.count("holders") == 2
    assert house.twice() == []
    [survivor] = house.workers.values()
    assert await survivor.stop() == 0
    assert await house.web.stop() == 0
