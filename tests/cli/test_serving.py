"""`entraide run` and `demo`: what they say when they cannot start."""

import socket

import pytest

from tests.cli.conftest import Run


def test_run_without_any_token_says_how_to_get_one(run: Run) -> None:
    done = run("run")
    assert done.code == 1
    assert "docs/discord.md" in done.err
    assert "docs/slack.md" in done.err
    assert "entraide demo" in done.err


def test_demo_on_a_taken_port_names_another(run: Run) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("demo", "--port", str(port), "--no-browser")
    assert done.code == 1
    assert f"port {port} is taken" in done.err
    assert f"entraide demo --port {port + 1}" in done.err


@pytest.mark.parametrize("part", ["web", "worker"])
def test_several_processes_need_a_server(part: str, run: Run) -> None:
    done = run("run", "--only", part)
    assert done.code == 1
    assert "SQLite serves one process" in done.err


def test_web_part_without_http_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", "postgresql://localhost/entraide")
    monkeypatch.setenv("ENTRAIDE_DISCORD_TOKEN", "x")
    done = run("run", "--only", "web")
    assert done.code == 1
    assert "nothing here is reached over HTTP" in done.err
