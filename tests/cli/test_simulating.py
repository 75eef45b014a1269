"""`entraide simulate`: a table, JSON, a picture; and words when a file is wrong."""

import json
from pathlib import Path

import pytest
from PIL import Image

from bot.simulation.parameters import SHIPPED
from tests.cli.conftest import Run

SMALL = ("--mentors", "6", "--weekly-requests", "20", "--weeks", "1", "--seeds", "2")


def test_table_compares_three_policies_and_tells_the_goals(run: Run) -> None:
    done = run("simulate", *SMALL)
    assert done.code == 0
    for said in ("ask everyone", "random three", "ours", "time to claim, now", "never claimed"):
        assert said in done.out
    assert "✓ no mentor above cap: 0" in done.out
    assert "✓ no request silent beyond its table: 0" in done.out


def test_json_is_the_same_for_the_same_seeds(run: Run) -> None:
    first, second = (run("simulate", *SMALL, "--json").out for _ in range(2))
    assert first == second
    figures = json.loads(first)
    assert [each["policy"] for each in figures["policies"]] == [
        "ask everyone",
        "random three",
        "ours",
    ]
    assert {each["requests"] for each in figures["policies"]} == {40}
    assert set(figures["policies"][0]["waits"]) == {"now", "today", "week"}
    assert len(figures["goals"]) == 5


def test_parameters_of_ones_own_change_the_figures(run: Run, place: Path) -> None:
    file = place / "mine.toml"
    file.write_text(SHIPPED.read_text("utf-8").replace("willing = 0.7", "willing = 0"), "utf-8")
    done = run("simulate", *SMALL, "--parameters", str(file), "--json")
    ours = json.loads(done.out)["policies"][-1]
    assert (ours["unclaimed"], ours["wait"]) == (40, {"median": None, "p90": None})


def test_chart_is_a_picture(run: Run, place: Path) -> None:
    assert run("simulate", *SMALL, "--chart", "chart.png").code == 0
    with Image.open(place / "chart.png") as image:
        assert (image.format, image.width) == ("PNG", 1520)


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--parameters", "none.toml"), 2, "none.toml"),
        (("--parameters", "bad.toml"), 1, "bad.toml: requests: Field required"),
        (("--mentors", "0"), 2, "--mentors"),
        ((*SMALL, "--chart", "nowhere/chart.png"), 1, "nowhere/chart.png: No such file"),
    ],
)
def test_what_is_wrong_is_told(
    arguments: tuple[str, ...], code: int, said: str, run: Run, place: Path
) -> None:
    (place / "bad.toml").write_text("[mentors]\n", "utf-8")
    done = run("simulate", *arguments)
    assert done.code == code
    assert said in done.err
