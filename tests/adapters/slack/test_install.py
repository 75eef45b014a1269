"""Many workspaces: installed with a single-use state, sealed, renewed, forgotten, apart."""

from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from adapters.slack.app import SlackSettings
from adapters.slack.parts import House
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from bot.domain.mentor import Standing
from tests.adapters.slack.http import ADDRESS, SECRET, Caller, open_http
from tests.contracts.platforms.slack import Grounds, house_of
from tests.fakes.slack_wire.workspace import town

TOKEN = "xoxb-canary-token"

# The SDK's own, with the newest aiohttp.
pytestmark = pytest.mark.filterwarnings("ignore:BasicAuth is deprecated:DeprecationWarning")


@pytest.fixture
async def caller(grounds: Grounds) -> AsyncIterator[Caller]:
    settings = SlackSettings(
        signing_secret=SECRET,
        client_id="1.2",
        client_secret="client-secret",
        public_url=ADDRESS,
        api_base=grounds.server.api,
        post_interval_s=0,
    )
    async with open_http(settings, house_of(grounds), grounds.driver.clock) as caller:
        yield caller


async def installed(caller: Caller, code: str = "T0ENTRAIDE") -> int:
    """Go through the installation; the fake gives the workspace that the code names."""
    begun = await caller.client.get("/slack/install")
    query = parse_qs(urlsplit(begun.headers["location"]).query)
    cookies = {"cookie": begun.headers["set-cookie"].partition(";")[0]}
    answer = await caller.client.get(
        "/slack/oauth_redirect", params={"code": code, "state": query["state"][0]}, headers=cookies
    )
    return answer.status_code


async def opens_form(caller: Caller, grounds: Grounds, team: str) -> bool:
    before = len(grounds.server.calls("views.open"))
    await caller.command(
        "crise",
        user_id="ULOUIS",
        team_id=team,
        channel_id="CHELP",
        trigger_id=grounds.workspace.trigger("ULOUIS"),
    )
    return len(grounds.server.calls("views.open")) == before + 1


async def test_installed_workspace_is_served_and_others_are_not(
    caller: Caller, grounds: Grounds
) -> None:
    assert not await opens_form(caller, grounds, "T0ENTRAIDE")
    assert await installed(caller) == 200
    assert await opens_form(caller, grounds, "T0ENTRAIDE")
    assert not await opens_form(caller, grounds, "TOTHER")


async def test_state_that_is_not_ours_installs_nothing(caller: Caller, grounds: Grounds) -> None:
    answer = await caller.client.get(
        "/slack/oauth_redirect", params={"code": "T0ENTRAIDE", "state": "forged"}
    )
    assert answer.status_code == 400
    assert not await opens_form(caller, grounds, "T0ENTRAIDE")


async def test_state_works_once(caller: Caller) -> None:
    begun = await caller.client.get("/slack/install")
    state = parse_qs(urlsplit(begun.headers["location"]).query)["state"][0]
    cookies = {"cookie": begun.headers["set-cookie"].partition(";")[0]}
    call = {"params": {"code": "T0ENTRAIDE", "state": state}, "headers": cookies}
    codes = [
        (await caller.client.get("/slack/oauth_redirect", **call)).status_code  # type: ignore[arg-type]
        for _ in range(2)
    ]
    assert codes == [200, 401]


async def test_uninstalled_workspace_is_forgotten(caller: Caller, grounds: Grounds) -> None:
    await installed(caller)
    await caller.send(
        {
            "type": "event_callback",
            "team_id": "T0ENTRAIDE",
            "event_id": "Ev9",
            "event": {"type": "app_uninstalled"},
        }
    )
    assert not await opens_form(caller, grounds, "T0ENTRAIDE")
    async with grounds.tools.uow() as uow:
        community = await uow.communities.get(grounds.community)
        standings = {mentor.standing for mentor in await uow.mentors.all(grounds.community)}
    assert [dict(space.channels) for space in community.spaces] == [{}]
    assert standings == {Standing.LEFT}


async def test_two_workspaces_use_their_own_tokens(caller: Caller, grounds: Grounds) -> None:
    other = town("TSECOND", "xoxb-second")
    grounds.server.workspaces[other.token] = other
    await installed(caller)
    await installed(caller, "TSECOND")
    await caller.command(
        "crise",
        user_id="ULOUIS",
        team_id="TSECOND",
        channel_id="CHELP",
        trigger_id=other.trigger("ULOUIS"),
    )
    assert other.members["ULOUIS"].stack
    assert not grounds.workspace.members["ULOUIS"].stack


async def test_expiring_token_is_renewed_before_use(caller: Caller, grounds: Grounds) -> None:
    grounds.server.oauth_expires_in = 60
    await installed(caller)
    assert await opens_form(caller, grounds, "T0ENTRAIDE")
    renewals = [
        c for c in grounds.server.calls("oauth.v2.access") if c.get("grant_type") == "refresh_token"
    ]
    assert renewals
    assert {c["refresh_token"] for c in renewals} <= {"xoxe-first", "xoxe-next"}


def bytes_of(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("slack.db*"))


async def test_database_shows_no_token_and_no_installer(grounds: Grounds, tmp_path: Path) -> None:
    clock = grounds.driver.clock
    url = f"sqlite+aiosqlite:///{tmp_path / 'slack.db'}"
    await upgrade(url)
    vault = FileVault(tmp_path / "keys", clock=clock)
    store = SqlStore(create_engine(url), vault=vault, clock=clock)
    old = house_of(grounds)
    house = House(old.desk, store.platform_memory, vault, clock, old.wordings, old.communities)
    settings = SlackSettings(
        signing_secret=SECRET,
        client_id="1.2",
        client_secret="client-secret",
        public_url=ADDRESS,
        api_base=grounds.server.api,
    )
    try:
        async with open_http(settings, house, clock) as caller:
            assert await installed(caller) == 200
            assert await opens_form(caller, grounds, "T0ENTRAIDE")
    finally:
        await store.close()
    content = bytes_of(tmp_path)
    assert content
    for mark in (TOKEN, "xoxe-first", "UINSTALLER", "T0ENTRAIDE"):
        assert mark.encode() not in content
