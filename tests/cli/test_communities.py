"""`entraide community`: what moderators look back on, for whoever runs the process."""

import asyncio
import csv
import json
from collections.abc import Sequence
from pathlib import Path

from bot.cli.store import community_named, open_store
from bot.domain.ids import CaseId
from bot.ports.store import Judgment
from bot.settings import read_settings
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


async def judged(answers: Sequence[bool]) -> None:
    async with open_store(read_settings()) as store, store.uow() as uow:
        home = (await community_named(uow, "Les pairs")).id
        for useful in answers:
            await uow.judgments.add(Judgment(home, CaseId("un-cas"), useful=useful))
        await uow.judgments.add(Judgment(home, CaseId("un-autre"), useful=True))
        await uow.commit()


def test_what_people_thought_of_suggestions_measures_the_search(run: Run) -> None:
    add(run)
    asyncio.run(judged((True, True, True, False)))
    told = json.loads(run("eval", "judgments", "--community", "Les pairs").out)
    assert told == {"useful": 0.8, "cases": {}}, "four answers on a case are too few"
    asyncio.run(judged((False,)))
    told = json.loads(run("eval", "judgments", "--community", "Les pairs").out)
    assert told["cases"] == {"un-cas": 0.6}
