"""Every command says what it is for, and every fault says what to do."""

from collections.abc import Iterator

import pytest
from typer.main import get_command

from bot.cli.main import app
from tests.cli.conftest import Run


def commands(command: object, *path: str) -> Iterator[tuple[str, ...]]:
    children = getattr(command, "commands", {})
    yield path
    for name, child in children.items():
        yield from commands(child, *path, name)


@pytest.mark.parametrize("path", [*commands(get_command(app))], ids=" ".join)
def test_every_command_explains_itself(path: tuple[str, ...], run: Run) -> None:
    done = run(*path, "--help")
    assert done.code == 0
    usage, about = done.out.strip().split("\n", 1)
    assert usage.startswith("Usage: ")
    assert about.strip()[0].isalpha(), "no sentence says what it is for"


def test_unknown_command_ends_with_two(run: Run) -> None:
    done = run("dance")
    assert done.code == 2
    assert "No such command" in done.err


def test_bad_setting_is_named_with_what_to_do(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_HTTP_PORT", "door")
    done = run("doctor")
    assert done.code == 2
    assert "ENTRAIDE_HTTP_PORT" in done.err
    assert ".env.example" in done.err
    assert "door" not in done.err
