"""`entraide keys`: what each key is for, and new ones while nothing is lost."""

import asyncio
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.clock import SystemClock
from adapters.store.occupied import Occupied, at_work_with
from bot.cli.store import open_store
from bot.settings import read_settings
from tests.cli.conftest import Run
from tests.cli.test_backup import WORDS, ask, erase, readable

KEYS = Path(".state/keys")
ROOT = Path(__file__).parents[2]
PATIENCE_S = 300
MANY = 10_000
LOST = "requests"


@pytest.fixture
def asked(place: Path) -> None:
    asyncio.run(ask(*WORDS))


@pytest.fixture
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_LANGUAGE", "en")


def contents() -> Sequence[bytes]:
    return [path.read_bytes() for path in KEYS.glob("*.key")]


@pytest.mark.usefixtures("asked", "english")
def test_keys_are_shown_and_none_is_told(run: Run) -> None:
    done = run("keys", "show")
    assert done.code == 0
    week = next(KEYS.glob("words-*.key")).stem.partition("-")[2]
    assert f"The words of week {week}: fewer than 5" in done.out
    assert "What lasts: communities" in done.out
    as_json = run("keys", "show", "--json").out
    assert {each["kind"] for each in json.loads(as_json)} == {
        *("identity", "pepper", "standing", "words")
    }
    assert {each["wraps"] for each in json.loads(as_json)} == {0, None}
    for key in contents():
        assert key.hex() not in done.out + as_json


@pytest.mark.usefixtures("asked")
def test_everything_is_readable_under_new_keys(run: Run) -> None:
    done = run("keys", "rotate")
    assert done.code == 0, done.err
    assert "génération 2" in done.out
    assert asyncio.run(readable()) == sorted(WORDS.values())
    shown = run("keys", "show").out
    assert "seulement les sauvegardes d’avant" in shown
    assert run("keys", "rotate").code == 0
    assert asyncio.run(readable()) == sorted(WORDS.values())


@pytest.mark.usefixtures("asked", "english")
def test_keys_are_not_changed_while_entraide_runs(run: Run) -> None:
    before = sorted(contents())
    with at_work_with(read_settings().keys):
        done = run("keys", "rotate")
    assert done.code == 1
    assert "Entraide is running" in done.err
    assert sorted(contents()) == before


@pytest.mark.usefixtures("english")
def test_where_nothing_is_sealed_there_is_nothing_to_change(run: Run) -> None:
    assert "nothing is sealed yet" in run("keys", "rotate").err
    run("db", "upgrade")
    assert "nothing is sealed yet" in run("keys", "rotate").err
    assert list(KEYS.glob("*.key")) == []


@pytest.mark.usefixtures("asked", "english")
def test_a_sandbox_keeps_its_keys(run: Run) -> None:
    Path(".state/page.db").touch()
    before = sorted(contents())
    assert "sandbox" in run("keys", "rotate").err
    assert sorted(contents()) == before


@pytest.mark.usefixtures("asked")
def test_a_backup_of_before_comes_back_under_the_new_keys(run: Run) -> None:
    assert run("backup", "saved.tar").code == 0
    assert run("keys", "rotate").code == 0
    asyncio.run(erase("first"))
    done = run("restore", "saved.tar", "--force")
    assert done.code == 0, done.err
    assert asyncio.run(readable()) == [WORDS["second"]]
    found = {each["name"]: each for each in json.loads(run("keys", "show", "--json").out)}
    assert found["standing"]["service"] == "old"
    assert found["standing.2"]["service"] == "current"


@pytest.mark.usefixtures("asked")
def test_a_backup_of_before_needs_the_key_of_before(run: Run) -> None:
    assert run("backup", "saved.tar").code == 0
    assert run("keys", "rotate").code == 0
    old = KEYS / "standing.key"
    apart = old.rename("standing.key")
    done = run("restore", "saved.tar", "--force")
    assert done.code == 1
    assert "its keys are missing" in done.err
    assert not old.exists()
    apart.rename(old)
    assert run("restore", "saved.tar", "--force").code == 0
    assert asyncio.run(readable()) == sorted(WORDS.values())


# --- a process of its own, killed at random moments --------------------------------------


async def remember(values: int) -> None:
    until = SystemClock().now() + timedelta(days=1)
    async with open_store(read_settings()) as store:
        names = {f"{number:064x}": "value" for number in range(values)}
        await store.platform_memory.put_all(names, request=None, expires_at=until)


async def generation() -> int:
    async with open_store(read_settings()) as store:
        return store.vault.generation


def start() -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = (sys.executable, "-m", "bot.cli", "keys", "rotate")
    return subprocess.Popen(command, env=environment, stdout=-3, stderr=-3)


def wait_until_it_works(process: subprocess.Popen[bytes]) -> None:
    """Wait until it is alone with the keys."""
    until = time.monotonic() + PATIENCE_S
    with suppress(Occupied):
        while process.poll() is None:
            with at_work_with(read_settings().keys):
                assert time.monotonic() < until
            time.sleep(0.01)


@pytest.mark.usefixtures("asked")
def test_killed_in_the_middle_nothing_is_lost_and_it_goes_on() -> None:
    """SIGKILL at some moment of the change, again and again."""
    asyncio.run(remember(MANY))
    dice, cut_short = random.Random(2026), 0
    for _ in range(4):
        before = asyncio.run(generation())
        process = start()
        wait_until_it_works(process)
        time.sleep(dice.uniform(0, 0.5))
        process.kill()
        killed = process.wait() == -signal.SIGKILL
        assert asyncio.run(readable()) == sorted(WORDS.values())
        cut_short += killed and asyncio.run(generation()) == before
    assert cut_short
    before = asyncio.run(generation())
    assert start().wait(PATIENCE_S) == 0
    assert asyncio.run(generation()) == before + 1
    assert asyncio.run(readable()) == sorted(WORDS.values())


# --- keys that are lost ------------------------------------------------------------------


@pytest.mark.usefixtures("asked", "english")
def test_requests_whose_keys_are_lost_are_given_up_when_asked(run: Run) -> None:
    """As on another machine, to which no backup brings the keys of weeks."""
    assert "there is nothing to give up" in run("keys", "forget").out
    for key in KEYS.glob("*-2*.key"):
        key.unlink()
    [found] = [each for each in json.loads(run("doctor", "--json").out) if each["check"] == LOST]
    assert found["state"] == "warn"
    assert "entraide keys forget" in found["advice"]
    assert "2 requests" in run("keys", "forget").out
    assert LOST not in {each["check"] for each in json.loads(run("doctor", "--json").out)}
    assert "there is nothing to give up" in run("keys", "forget").out
