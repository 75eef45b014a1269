"""What `entraide doctor` says of the host: room, ages, clocks, the database's version."""

import json
import os
import shutil
import sqlite3
import threading
from collections import namedtuple
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from adapters.clock import SystemClock
from tests.cli.conftest import Done, Run

STATE = Path(".state")
Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def used(run: Run) -> None:
    channels = ("--help-channel", "2", "--mentors-channel", "3")
    run("community", "add", "Les pairs", "--platform", "discord", "--space", "1", *channels)


def finding(done: Done, check: str) -> tuple[str, str, str]:
    [found] = [each for each in json.loads(done.out) if each["check"] == check]
    return found["state"], found["found"], found["advice"]


def checks(done: Done) -> set[str]:
    return {each["check"] for each in json.loads(done.out)}


def make_older(path: Path, age: timedelta) -> None:
    then = (SystemClock().now() - age).timestamp()
    os.utime(path, (then, then))


# --- room ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("free", "state", "said"),
    [(40_000, "ok", "40.0 GB"), (900, "warn", "0.9 GB"), (50, "fail", "0.1 GB")],
)
def test_a_full_disk_is_told(
    run: Run, monkeypatch: pytest.MonkeyPatch, free: int, state: str, said: str
) -> None:
    usage = Usage(10**12, 0, free * 1_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    found = finding(run("doctor", "--json"), "disk")
    assert found[:2] == (state, f"{said} free at .state")
    assert ("Make room" in found[2]) == (state != "ok")


# --- ages ----------------------------------------------------------------------------


@pytest.mark.usefixtures("used")
def test_old_keys_are_told(run: Run) -> None:
    assert finding(run("doctor", "--json"), "age of the keys")[0] == "ok"
    make_older(STATE / "keys" / "standing.key", timedelta(days=800))
    found = finding(run("doctor", "--json"), "age of the keys")
    assert found[:2] == ("warn", "2 years without a change")
    assert "entraide keys rotate" in found[2]
    assert run("keys", "rotate").code == 0
    assert finding(run("doctor", "--json"), "age of the keys")[0] == "ok"


@pytest.mark.usefixtures("used")
def test_a_backup_that_is_old_or_was_never_made_is_told(run: Run) -> None:
    found = finding(run("doctor", "--json"), "last backup")
    assert found[:2] == ("warn", "none was made yet")
    assert run("backup", "saved.tar").code == 0
    assert finding(run("doctor", "--json"), "last backup")[0] == "ok"
    make_older(STATE / "last-backup", timedelta(days=8))
    found = finding(run("doctor", "--json"), "last backup")
    assert found[:2] == ("warn", "1 week old")


def test_a_new_place_has_no_keys_and_no_backups_to_tell_of(run: Run) -> None:
    done = run("doctor", "--json")
    assert not {"age of the keys", "last backup", "clock", "database version"} & checks(done)
    assert not (STATE / "keys").exists()


# --- the database --------------------------------------------------------------------


@pytest.mark.usefixtures("used")
def test_versions_are_told(run: Run) -> None:
    found = finding(run("doctor", "--json"), "database version")
    assert found == ("ok", f"SQLite {sqlite3.sqlite_version}, tables 0001", "")


@pytest.mark.usefixtures("used")
def test_tables_of_a_newer_version_are_told(run: Run) -> None:
    """The upgrade that old tables need would not help here."""
    with closing(sqlite3.connect(STATE / "entraide.db")) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    done = run("doctor", "--json")
    assert done.code == 1
    found = finding(done, "database version")
    assert found[0] == "fail"
    assert "of a newer Entraide" in found[1]
    assert "Update Entraide" in found[2]
    assert "database" not in checks(done)


def test_a_server_is_asked_for_its_version_and_its_time(
    run: Run, monkeypatch: pytest.MonkeyPatch, postgres: str
) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", postgres)
    done = run("doctor", "--json")
    state, found, _ = finding(done, "database version")
    assert state == "ok"
    assert found.startswith("PostgreSQL ")
    assert finding(done, "clock")[:2] == ("ok", "agrees with the database server")


# --- clocks --------------------------------------------------------------------------


@contextmanager
def clock_that_is(ahead: timedelta) -> Iterator[str]:
    """Serve a platform whose clock is ahead of ours (or behind), and that knows nothing else."""

    class Platform(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_error(404)

        def date_time_string(self, timestamp: float | None = None) -> str:
            return format_datetime(SystemClock().now() + ahead, usegmt=True)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Platform) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def on_discord(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DISCORD_TOKEN", "token")
    monkeypatch.setenv("ENTRAIDE_DISCORD_API_BASE", address)


def on_slack(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_SLACK_BOT_TOKEN", "token")
    monkeypatch.setenv("ENTRAIDE_SLACK_APP_TOKEN", "token")
    monkeypatch.setenv("ENTRAIDE_SLACK_API_BASE", f"{address}/api/")


@pytest.mark.parametrize(("there", "name"), [(on_discord, "Discord"), (on_slack, "Slack")])
@pytest.mark.parametrize(
    ("ahead", "state", "said"),
    [
        (timedelta(seconds=1), "ok", "agrees with"),
        (timedelta(seconds=-45), "warn", "ahead of"),
        (timedelta(minutes=6), "fail", "minutes behind"),
    ],
)
def test_a_clock_that_is_wrong_is_told(
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    there: Callable[[str, pytest.MonkeyPatch], None],
    name: str,
    ahead: timedelta,
    state: str,
    said: str,
) -> None:
    with clock_that_is(ahead) as address:
        there(address, monkeypatch)
        found = finding(run("doctor", "--json"), "clock")
    assert found[0] == state
    assert f"{said} {name}" in found[1]
    assert ("timedatectl" in found[2]) == (state != "ok")


def test_who_does_not_answer_tells_no_time(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    on_discord("http://127.0.0.1:1", monkeypatch)
    assert "clock" not in checks(run("doctor", "--json"))
