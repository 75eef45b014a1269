"""What the doctor finds on Slack, against a Slack on a real socket."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator

import pytest

from adapters.slack.surface import SCOPES
from tests.cli.conftest import Done, Run
from tests.fakes.slack_wire.server import Failure, SlackServer, slack_server
from tests.fakes.slack_wire.workspace import BOT_USER, Workspace, town

PLACE = "Slack workspace Les pairs"
UNSEEN = "we cannot see it. Give Entraide access to this channel, or choose another."
SHARED = "it is shared with another company, which keeps a copy. Choose another."


@pytest.fixture
def workspace() -> Workspace:
    workspace = town()
    workspace.name, workspace.scopes = "Les pairs", frozenset(SCOPES)
    return workspace


@pytest.fixture
def server(workspace: Workspace, monkeypatch: pytest.MonkeyPatch) -> Iterator[SlackServer]:
    """A Slack that listens in another thread: commands have an event loop of their own."""
    here: list[SlackServer] = []
    loop, ready, over = asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    async def listen() -> None:
        async with slack_server(workspace) as server:
            here.append(server)
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(listen()))
    thread.start()
    ready.wait()
    monkeypatch.setenv("ENTRAIDE_SLACK_BOT_TOKEN", workspace.token)
    monkeypatch.setenv("ENTRAIDE_SLACK_APP_TOKEN", "xapp-test")
    monkeypatch.setenv("ENTRAIDE_SLACK_API_BASE", here[0].api)
    yield here[0]
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()


def live_on(run: Run, workspace: Workspace) -> None:
    channels = ("--help-channel", "CHELP", "--mentors-channel", "CMENTORS")
    moderators = ("--moderators-channel", "CMODERATORS")
    space = ("--platform", "slack", "--space", workspace.team)
    run("community", "add", "Les pairs", *space, *channels, *moderators)


def findings(done: Done) -> list[tuple[str, str, str]]:
    found = json.loads(done.out)
    return [(f["check"], f["state"], f["found"]) for f in found if f["check"].startswith("Slack")]


def test_all_is_well(run: Run, workspace: Workspace, server: SlackServer) -> None:
    live_on(run, workspace)
    assert findings(run("doctor", "--json")) == [
        ("Slack socket", "ok", "may be opened"),
        (PLACE, "ok", "scopes and channels are well"),
    ]
    assert server.sockets == []


def people(run: Run) -> list[tuple[str, str]]:
    found = json.loads(run("doctor", "--json").out)
    return [(f["state"], f["found"]) for f in found if f["check"] == "people of Les pairs"]


def test_help_channel_with_few_people_is_told(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    channel = workspace.channels["CHELP"]
    channel.silent = 21 - len(channel.members)  # twenty people, and us
    assert people(run) == [("ok", "20 or more can write")]
    channel.silent -= 1
    told = "fewer than 20 can write: a style or a detail is enough to tell who asks"
    assert people(run) == [("warn", told)]


def test_people_of_a_channel_that_we_cannot_see_are_not_said_to_be_few(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    workspace.scopes = frozenset(SCOPES) - {"channels:read"}
    assert people(run) == []


def test_workspace_without_a_community_is_told(run: Run, server: SlackServer) -> None:
    assert findings(run("doctor", "--json"))[-1] == (
        "Slack workspaces",
        "warn",
        "no community lives in Les pairs yet",
    )


def test_scopes_are_compared_with_the_manifest(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    workspace.scopes = frozenset(SCOPES) - {"files:write", "reactions:write"} | {"im:history"}
    done = run("doctor", "--json")
    assert done.code == 1
    assert findings(done)[1:] == [
        (PLACE, "fail", "scopes that were not granted: files:write, reactions:write"),
        (PLACE, "warn", "scopes that are not needed: im:history"),
    ]


def test_public_help_channel_cannot_be_seen_without_its_scope(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    workspace.scopes = frozenset(SCOPES) - {"channels:read"}
    assert findings(run("doctor", "--json"))[1:] == [
        (PLACE, "fail", "scopes that were not granted: channels:read"),
        (PLACE, "fail", f"Help channel: {UNSEEN}"),
    ]


def test_what_is_wrong_with_channels_is_said_in_words(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    workspace.channels["CHELP"].is_ext_shared = True
    workspace.channels["CMENTORS"].is_ext_shared = True
    workspace.channels["CMODERATORS"].is_private = False
    assert findings(run("doctor", "--json"))[1:] == [
        (PLACE, "fail", f"Mentors’ channel: {SHARED}"),
        (
            PLACE,
            "fail",
            "Moderators’ channel: everybody can read it. Make it private, with Entraide in it.",
        ),
        (PLACE, "warn", "another company reads the help channel too"),
    ]


def test_channel_that_the_bot_is_not_in_is_told(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    workspace.channels["CHELP"].members.discard(BOT_USER)
    workspace.channels["CMENTORS"].members.discard(BOT_USER)
    told = findings(run("doctor", "--json"))[1:]
    assert [state for _, state, _ in told] == ["fail", "fail"]


def test_app_token_that_is_refused_is_told(
    run: Run, workspace: Workspace, server: SlackServer
) -> None:
    live_on(run, workspace)
    server.fail("apps.connections.open", Failure(200, "not_allowed_token_type"))
    assert findings(run("doctor", "--json"))[0] == (
        "Slack socket",
        "fail",
        "Slack refuses the app-level token",
    )


def test_bot_token_that_is_refused_is_told(run: Run, server: SlackServer) -> None:
    server.fail("auth.test", Failure(200, "invalid_auth"))
    assert findings(run("doctor", "--json")) == [("Slack token", "fail", "Slack refuses it")]


def test_slack_that_does_not_answer_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("ENTRAIDE_SLACK_BOT_TOKEN", "xoxb-test")
    monkeypatch.setenv("ENTRAIDE_SLACK_API_BASE", f"http://127.0.0.1:{port}/api/")
    told = findings(run("doctor", "--json"))
    assert told == [("Slack token", "fail", "Slack does not answer")]


def test_workspace_that_took_the_app_away_is_told(
    run: Run, workspace: Workspace, server: SlackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where workspaces install the app by themselves, each has its own token."""
    live_on(run, workspace)
    monkeypatch.delenv("ENTRAIDE_SLACK_BOT_TOKEN")
    monkeypatch.delenv("ENTRAIDE_SLACK_APP_TOKEN")
    for name in ("CLIENT_ID", "CLIENT_SECRET", "SIGNING_SECRET"):
        monkeypatch.setenv(f"ENTRAIDE_SLACK_{name}", "given")
    assert findings(run("doctor", "--json")) == [
        ("Slack workspace T0ENTRAIDE", "fail", "Slack refuses the token")
    ]
