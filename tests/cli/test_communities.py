"""`entraide community`: what moderators look back on, for whoever runs the process."""

import csv
from pathlib import Path

from bot.wording import load
from tests.cli.conftest import Run

SAY = load(strict=True)["fr"]
PLACE = ("discord", "1", "2", "3")


def add(run: Run) -> None:
    names = ("--platform", "--space", "--help-channel", "--mentors-channel")
    options = [part for pair in zip(names, PLACE, strict=True) for part in pair]
    done = run("community", "add", "Les pairs", *options)
    assert done.code == 0, done.err


def test_trail_and_weeks_are_written_as_files_that_spreadsheets_read(run: Run, place: Path) -> None:
    add(run)
    assert run("community", "export", "Les pairs", "kept").code == 0
    names = sorted(file.name for file in (place / "kept").iterdir())
    assert names == ["entraide-trail.csv", "entraide-weeks.csv"]
    with (place / "kept" / "entraide-weeks.csv").open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert header[0] == SAY("digest-week")
    assert SAY("category-boulette") in header


def test_unknown_community_is_refused_with_those_that_there_are(run: Run, place: Path) -> None:
    add(run)
    done = run("community", "export", "Personne", "kept")
    assert done.code == 1
    assert "Les pairs" in done.err
    assert not (place / "kept").exists()
