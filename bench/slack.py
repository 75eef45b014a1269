"""How long a person waits on Slack: command → acknowledgement, command → the form opens.

Against a bare Bolt handler that opens the very same view in the same run, at 1, 50 and 200
at once, through Socket Mode on real sockets.
"""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from bot.bootstrap.memory import load_memory
from bot.settings import Settings
from tests.contracts.platforms.slack import open_grounds
from tests.fakes.slack_wire.server import SlackServer, slack_server
from tests.fakes.slack_wire.workspace import Member, Workspace, town

CROWDS = (1, 50, 200)
ROUNDS = 3
SINGLES = 60  # rounds of a crowd of one


@dataclass(frozen=True, slots=True)
class Waits:
    """What people waited, in milliseconds."""

    acknowledged: Sequence[float]
    opened: Sequence[float]


def main() -> None:
    """Print the table."""
    asyncio.run(_measured())


async def _measured() -> None:
    with tempfile.TemporaryDirectory() as folder:
        view, ours = await _entraide(Path(folder))
    bare = await _bare(view)
    print("| what | at once | bare median ms | bare p99 | median ms | p99 ms | p99 / bare |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: |")
    for crowd in CROWDS:
        _row("command → acknowledged", crowd, bare[crowd].acknowledged, ours[crowd].acknowledged)
        _row("command → form open", crowd, bare[crowd].opened, ours[crowd].opened)


async def _entraide(folder: Path) -> tuple[dict[str, Any], dict[int, Waits]]:
    """Measure Entraide; also return the view that it opens, for the baseline."""
    settings = Settings(model="none", state_dir=folder, _env_file=None)
    memory = load_memory(settings)
    memory.read_all()
    async with open_grounds((memory.search, memory.triage), folder) as grounds:
        await grounds.driver.command("louis", "crise")
        view = grounds.server.calls("views.open")[-1]["view"]
        waits = {c: await _waits(grounds.server, grounds.workspace, c) for c in CROWDS}
        await grounds.slack.finish()
        return view, waits


async def _bare(view: dict[str, Any]) -> dict[int, Waits]:
    workspace = town()
    async with slack_server(workspace) as server, _bolt(server, workspace, view):
        return {crowd: await _waits(server, workspace, crowd) for crowd in CROWDS}


@asynccontextmanager
async def _bolt(
    server: SlackServer, workspace: Workspace, view: dict[str, Any]
) -> AsyncIterator[None]:
    """Run the shortest handler that one can write with Bolt."""
    app = AsyncApp(client=AsyncWebClient(token=workspace.token, base_url=server.api))

    @app.command("/crise")
    async def crisis(ack: Any, body: dict[str, Any], client: AsyncWebClient) -> None:
        await ack()
        await client.views_open(trigger_id=body["trigger_id"], view=view)

    handler = AsyncSocketModeHandler(app, "xapp-test")
    await handler.connect_async()  # type: ignore[no-untyped-call]
    try:
        yield
    finally:
        await handler.close_async()  # type: ignore[no-untyped-call]


async def _waits(server: SlackServer, workspace: Workspace, crowd: int) -> Waits:
    people = [f"UPERSON{n}" for n in range(crowd)]
    workspace.members |= {user: Member(user, user.lower()) for user in people}
    await asyncio.gather(*(_wait(server, workspace, user) for user in people))  # warm up
    found: list[tuple[float, float]] = []
    for _ in range(SINGLES if crowd == 1 else ROUNDS):
        found += await asyncio.gather(*(_wait(server, workspace, user) for user in people))
    acknowledged, opened = zip(*found, strict=True)
    return Waits(acknowledged, opened)


async def _wait(server: SlackServer, workspace: Workspace, user: str) -> tuple[float, float]:
    """Type the command once; return how long the acknowledgement and the form took."""
    loop = asyncio.get_running_loop()
    trigger = workspace.trigger(user)
    opening = server.opening[trigger] = loop.create_future()
    payload = {
        "command": "/crise",
        "text": "",
        "user_id": user,
        "team_id": workspace.team,
        "channel_id": "CHELP",
        "trigger_id": trigger,
    }
    began_at = loop.time()
    await server.send("slash_commands", payload)
    acknowledged_at = loop.time()
    opened_at = await opening
    return (acknowledged_at - began_at) * 1000, (opened_at - began_at) * 1000


def _row(what: str, crowd: int, bare: Sequence[float], ours: Sequence[float]) -> None:
    worst_bare, worst = (quantiles(each, n=100)[-1] for each in (bare, ours))
    print(
        f"| {what} | {crowd} | {median(bare):.1f} | {worst_bare:.1f} "
        f"| {median(ours):.1f} | {worst:.1f} | {worst / worst_bare:.2f} |"
    )
