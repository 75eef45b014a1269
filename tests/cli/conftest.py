"""The command line in this process: arguments in, exit code and both outputs out."""

import io
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.cli import output
from bot.cli.main import main
from knowledge import casebook

FEW = ("croix-rouge-americaine-2011", "uber-ironie-2018", "tv5monde-piratage-2015")


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


Run = Callable[..., Done]


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder, with settings that touch nothing else and a wide terminal."""
    for name in [name for name in os.environ if name.startswith("ENTRAIDE_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENTRAIDE_MODEL", "none")
    for console in (output.out, output.err):
        monkeypatch.setattr(console, "width", 200)
    return tmp_path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def run(*arguments: str, given: str = "") -> Done:
        monkeypatch.setattr("sys.stdin", io.StringIO(given))
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        said = capsys.readouterr()
        return Done(int(ended.value.code or 0), said.out, said.err)

    return run


@pytest.fixture
def few(place: Path) -> Path:
    """Make a casebook of three cases: two blunders, one of them a failure, and a hacked account."""
    folder = place / "few"
    (folder / "cases").mkdir(parents=True)
    for case in FEW:
        shutil.copy(casebook.shipped() / "cases" / f"{case}.md", folder / "cases")
    return folder
