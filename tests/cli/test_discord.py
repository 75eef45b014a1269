"""`entraide discord` and what the doctor finds on Discord, against a Discord on a real socket."""

import asyncio
import json
import socket
import threading
from collections.abc import Iterator

import pytest

from adapters.discord.commands import PERMISSIONS
from tests.cli.conftest import Done, Run
from tests.fakes.discord_wire.town import BOT, GUILD, TEXT_CHANNEL
from tests.fakes.discord_wire.wire import Failure, Wire, open_wire

MESSAGE_CONTENT = 1 << 19


@pytest.fixture
def wire(monkeypatch: pytest.MonkeyPatch) -> Iterator[Wire]:
    """A Discord that listens in another thread: commands have an event loop of their own."""
    here: list[Wire] = []
    loop, ready, over = asyncio.new_event_loop(), threading.Event(), asyncio.Event()

    async def listen() -> None:
        async with open_wire() as wire:
            here.append(wire)
            ready.set()
            await over.wait()

    thread = threading.Thread(target=lambda: loop.run_until_complete(listen()))
    thread.start()
    ready.wait()
    monkeypatch.setenv("ENTRAIDE_DISCORD_TOKEN", "fake-token")
    monkeypatch.setenv("ENTRAIDE_DISCORD_API_BASE", here[0].api)
    yield here[0]
    loop.call_soon_threadsafe(over.set)
    thread.join()
    loop.close()


def findings(done: Done) -> list[tuple[str, str, str]]:
    found = json.loads(done.out)
    return [(f["check"], f["state"], f["found"]) for f in found if f["check"].startswith("Discord")]


def live_on(run: Run, wire: Wire) -> None:
    wire.town.bot_may = PERMISSIONS
    rooms = [wire.town.add_place(TEXT_CHANNEL, "entraide")]
    rooms += [wire.town.add_place(TEXT_CHANNEL, name, members=set()) for name in ("m1", "m2")]
    purposes = ("--help-channel", "--mentors-channel", "--moderators-channel")
    channels = [
        each for pair in zip(purposes, rooms, strict=True) for each in (pair[0], pair[1].id)
    ]
    run("community", "add", "Les pairs", "--platform", "discord", "--space", GUILD, *channels)


def test_commands_are_registered_in_both_languages(run: Run, wire: Wire) -> None:
    done = run("discord", "sync")
    assert done.code == 0
    names = {each["name"]: each["name_localizations"]["fr"] for each in wire.town.commands}
    assert names["crisis"] == "crise"
    assert "/crisis" in done.out


def test_invitation_is_an_address_and_nothing_else(run: Run, wire: Wire) -> None:
    done = run("discord", "invite")
    query = f"client_id={BOT}&scope=bot+applications.commands&permissions={PERMISSIONS}"
    assert done.out == f"https://discord.com/oauth2/authorize?{query}\n"


def test_no_token_says_where_to_get_one(run: Run) -> None:
    done = run("discord", "invite")
    assert done.code == 1
    assert "docs/discord.md" in done.err


def test_all_is_well(run: Run, wire: Wire) -> None:
    live_on(run, wire)
    assert findings(run("doctor", "--json")) == [
        ("Discord token", "ok", "entraide can log in"),
        ("Discord intents", "ok", "none that is privileged"),
        (f"Discord server {GUILD}", "ok", "channels and permissions are well"),
    ]


def people(run: Run) -> list[tuple[str, str]]:
    found = json.loads(run("doctor", "--json").out)
    return [(f["state"], f["found"]) for f in found if f["check"] == "people of Les pairs"]


def test_a_server_with_few_people_is_told(run: Run, wire: Wire) -> None:
    live_on(run, wire)
    wire.town.crowd = 21  # twenty people, and us
    assert people(run) == [("ok", "20 or more can write")]
    wire.town.crowd = 20
    told = "fewer than 20 can write: a style or a detail is enough to tell who asks"
    assert people(run) == [("warn", told)]


def test_people_whom_nobody_counts_are_not_said_to_be_few(run: Run, wire: Wire) -> None:
    live_on(run, wire)
    wire.town.crowd = 5
    run("community", "add", "Ailleurs", "--platform", "discord", "--space", "7")
    found = json.loads(run("doctor", "--json").out)
    assert [f["check"] for f in found if "people of" in f["check"]] == ["people of Les pairs"]


def test_what_is_missing_is_said_in_words(run: Run, wire: Wire) -> None:
    live_on(run, wire)
    wire.town.bot_may = PERMISSIONS & ~(1 << 36)
    wire.town.flags = MESSAGE_CONTENT
    mentors = next(place for place in wire.town.places.values() if place.name == "m1")
    wire.town.add_bot("Archiviste", mentors)
    done = run("doctor", "--json")
    assert done.code == 1
    assert findings(done) == [
        ("Discord token", "ok", "entraide can log in"),
        ("Discord intents", "warn", "Message Content: on, and not needed"),
        (
            f"Discord server {GUILD}",
            "fail",
            "Mentors’ channel: we lack permissions: create private threads.",
        ),
        (f"Discord server {GUILD}", "warn", "other bots read the mentors’ channel: Archiviste"),
    ]


def test_a_server_that_we_were_removed_from_is_told(run: Run, wire: Wire) -> None:
    run("community", "add", "Ailleurs", "--platform", "discord", "--space", "7",
        "--help-channel", "1", "--mentors-channel", "2")  # fmt: skip
    told = [state for check, state, _ in findings(run("doctor", "--json")) if "server" in check]
    assert told == ["fail", "fail"]


def test_a_token_that_is_refused_is_told(run: Run, wire: Wire) -> None:
    wire.failures.append(Failure("GET", "/users/@me", 401, {"code": 0, "message": "401"}))
    assert findings(run("doctor", "--json")) == [("Discord token", "fail", "Discord refuses it")]


def test_a_discord_that_does_not_answer_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    monkeypatch.setenv("ENTRAIDE_DISCORD_TOKEN", "fake-token")
    monkeypatch.setenv("ENTRAIDE_DISCORD_API_BASE", f"http://127.0.0.1:{port}/api/v10")
    told = findings(run("doctor", "--json"))
    assert told == [("Discord token", "fail", "Discord does not answer")]
