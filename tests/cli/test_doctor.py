"""`entraide doctor` and `entraide db`: what is missing, in words, and what to do."""

import json
import shutil
import socket
from pathlib import Path

import pytest

from adapters.store.private import is_open_to_others
from tests.cli.conftest import Done, Run


def states(done: Done) -> dict[str, tuple[str, str]]:
    return {each["check"]: (each["state"], each["found"]) for each in json.loads(done.out)}


@pytest.fixture(autouse=True)
def free_port(monkeypatch: pytest.MonkeyPatch) -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    monkeypatch.setenv("ENTRAIDE_HTTP_PORT", str(port))
    return port


def test_new_place_lacks_nothing_that_cannot_wait(run: Run, free_port: int) -> None:
    done = run("doctor", "--json")
    assert done.code == 0
    found = states(done)
    assert found.pop("disk")[1].endswith(" GB free at .state")
    assert found == {
        "state folder": ("ok", ".state"),
        "keys": ("warn", ".state/keys lies beside the data"),
        "database": ("warn", "not there yet"),
        "casebook": ("ok", "99 cases, 25 first-hour cards"),
        "search model": ("ok", "none: no model is configured"),
        "host": ("warn", "nobody knows who hosts"),
        "logs": ("ok", "INFO"),
        "web page": ("ok", f"http://127.0.0.1:{free_port}"),
        "health": ("ok", "nothing watches this process"),
        "Discord": ("warn", "no token"),
        "Slack": ("warn", "no token"),
    }


def test_table_says_what_to_do(run: Run) -> None:
    done = run("doctor")
    assert "Set ENTRAIDE_HOST_NAME: people read it before they write." in done.out
    assert "entraide db upgrade makes it." in done.out


def test_database_is_made_once_and_again(run: Run) -> None:
    assert run("db", "upgrade").code == 0
    assert run("db", "upgrade").code == 0
    assert states(run("doctor", "--json"))["database"] == ("ok", "up to date, and empty")


@pytest.fixture
def used(run: Run) -> None:
    channels = ("--help-channel", "2", "--mentors-channel", "3")
    run("community", "add", "Les pairs", "--platform", "discord", "--space", "1", *channels)


@pytest.mark.usefixtures("used")
def test_used_database_goes_with_its_keys(run: Run) -> None:
    found = states(run("doctor", "--json"))
    assert found["database"] == ("ok", "up to date, and these are its keys")
    assert found["communities"] == ("ok", "Les pairs")


@pytest.mark.usefixtures("used")
def test_lost_keys_are_told_and_none_is_made(run: Run) -> None:
    shutil.rmtree(".state/keys")
    done = run("doctor", "--json")
    assert done.code == 1
    assert states(done)["database"] == ("fail", "its keys are missing")
    assert not Path(".state/keys").exists()


@pytest.mark.usefixtures("used")
def test_nothing_is_written_under_other_keys(run: Run) -> None:
    shutil.rmtree(".state/keys")
    done = run("community", "list")
    assert done.code == 1
    assert "its keys are missing" in done.err
    assert not Path(".state/keys").exists()


@pytest.mark.usefixtures("used")
def test_keys_of_another_database_are_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.move(".state/entraide.db", "first.db")
    shutil.rmtree(".state")
    run("community", "list")
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", "sqlite:///first.db")
    done = run("doctor", "--json")
    assert done.code == 1
    assert states(done)["database"] == ("fail", "these are not its keys")


def test_old_tables_are_told(run: Run, place: Path) -> None:
    (place / ".state").mkdir()
    (place / ".state" / "entraide.db").touch()
    done = run("doctor", "--json")
    assert done.code == 1
    assert states(done)["database"] == ("fail", "tables are missing or old")


def test_silent_server_is_told(run: Run, free_port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", f"postgresql://x@127.0.0.1:{free_port}/x")
    done = run("doctor", "--json")
    assert done.code == 1
    assert states(done)["database"] == ("fail", "no answer")


@pytest.mark.usefixtures("used")
def test_keys_open_to_others_are_told(run: Run, place: Path) -> None:
    (place / ".state" / "keys").chmod(0o755)
    done = run("doctor", "--json")
    assert done.code == 1
    assert states(done)["keys"] == ("fail", "others can read them")


def test_everything_that_is_kept_is_made_for_its_owner_alone(
    run: Run, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTRAIDE_STATE_DIR", "srv/entraide/state")
    assert run("db", "upgrade").code == 0
    folder = place / "srv"
    made = [folder, *folder.rglob("*")]
    assert {path.name for path in made} == {"srv", "entraide", "state", "entraide.db"}
    assert [path for path in made if is_open_to_others(path)] == []


@pytest.mark.usefixtures("used")
def test_state_folder_open_to_others_is_told(run: Run, place: Path) -> None:
    (place / ".state").chmod(0o755)
    done = run("doctor", "--json")
    assert done.code == 0
    assert states(done)["state folder"] == ("warn", "others can look into it")


@pytest.mark.parametrize(
    ("name", "value", "check", "state"),
    [
        ("LOG_LEVEL", "debug", "logs", "warn"),
        ("HTTP_HOST", "0.0.0.0", "web page", "fail"),
        ("HOST_NAME", "Les pairs", "host", "ok"),
        ("MODEL", "nobody/nothing", "search model", "warn"),
        ("MODEL", "packaged", "search model", "ok"),
        ("KEY_DIR", "elsewhere", "keys", "ok"),
        ("HEALTH_PORT", "8766", "health", "ok"),
        ("METRICS", "true", "health", "warn"),
    ],
)
def test_each_setting_is_looked_at(
    name: str, value: str, check: str, state: str, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"ENTRAIDE_{name}", value)
    assert states(run("doctor", "--json"))[check][0] == state


def test_taken_port_is_told(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setenv("ENTRAIDE_HTTP_PORT", str(port))
        assert states(run("doctor", "--json"))["web page"] == ("warn", f"port {port} is taken")


def test_secrets_are_never_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DISCORD_TOKEN", "sesame")
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", "postgresql://x:sesame@127.0.0.1:1/x")
    done = run("doctor")
    assert "sesame" not in done.out + done.err
