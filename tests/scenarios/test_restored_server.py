"""A dump of PostgreSQL that is restored brings back nothing that was erased since."""

import asyncio
from contextlib import AsyncExitStack
from pathlib import Path

from sqlalchemy import text

from adapters.clock import SystemClock
from adapters.slack.surface import EVENTS, SCOPES
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from bot.bootstrap.core import Entraide, entraide
from bot.domain.ids import CommunityId, RequestId, new_id
from bot.domain.people import Actor, Address
from bot.domain.policy import Role
from bot.services.erasing import erase_request
from bot.settings import Settings
from bot.ui.forms import Gesture
from tests.contracts.platforms.slack import found
from tests.contracts.store.grounds import empty
from tests.fakes.postgres import tool
from tests.fakes.slack_wire.server import slack_server
from tests.fakes.slack_wire.workspace import town
from tests.scenarios.running import PATIENCE_S, PAUSE_S, running

ERASED, KEPT = "On se fait insulter ici.", "Un faux compte nous imite."


async def ask(house: Entraide, community: CommunityId, team: str, words: str) -> RequestId:
    who = Actor(Address("slack", team, "UCAMILLE"), community, "fr", "Camille")
    request = new_id()
    await house.desk.handle(who, Gesture("request.draft", request, {"text": words}))
    await house.desk.handle(who, Gesture("request.publish", request))
    return RequestId(request)


async def erase(house: Entraide, request: RequestId) -> None:
    async with house.tools.uow() as unit:
        found = await unit.requests.get(request)
        await erase_request(unit, found, Role.REQUESTER, SystemClock().now())
        await unit.commit()


async def run(name: str, *arguments: str) -> None:
    process = await asyncio.create_subprocess_exec(tool(name), *arguments)
    assert await process.wait() == 0


async def requests(url: str) -> set[str]:
    engine = create_engine(url)
    async with engine.connect() as connection:
        found = {row[0] for row in await connection.execute(text("SELECT id FROM requests"))}
    await engine.dispose()
    return found


async def test_what_was_erased_since_is_erased_again_before_anything_is_said(
    tmp_path: Path, postgres: str
) -> None:
    """With the commands of docs/operations.md, and a worker that then starts."""
    await upgrade(postgres)
    await empty(postgres)
    workspace, community, dump = town(), CommunityId(new_id()), str(tmp_path / "entraide.dump")
    workspace.scopes, workspace.events = frozenset(SCOPES), frozenset(EVENTS)
    plain = postgres.replace("+asyncpg", "")
    settings = Settings(model="none", state_dir=tmp_path, database_url=postgres, _env_file=None)
    async with AsyncExitStack() as stack:
        server = await stack.enter_async_context(slack_server(workspace))
        async with entraide(settings) as house:
            await found(house.desk, house.tools, community, workspace.team)
            first = await ask(house, community, workspace.team, ERASED)
            second = await ask(house, community, workspace.team, KEPT)
            await run("pg_dump", "--format=custom", f"--file={dump}", plain)
            await erase(house, first)
        await run("pg_restore", "--clean", f"--dbname={plain}", dump)
        assert await requests(postgres) == {first, second}
        worker = await stack.enter_async_context(
            running(
                tmp_path,
                *("--only", "worker"),
                database_url=plain,
                slack_bot_token=workspace.token,
                slack_app_token="xapp-test",
                slack_api_base=server.api,
            )
        )
        async with asyncio.timeout(PATIENCE_S):
            while KEPT not in (said := " ".join(str(m.body) for m in workspace.messages.values())):
                assert not worker.is_dead, worker.log
                await asyncio.sleep(PAUSE_S)
        assert await worker.stop() == 0
        assert await requests(postgres) == {second}
        assert ERASED not in said
