"""`entraide cases`: list, check, show, bring in and take out."""

import json
from pathlib import Path

import pytest

from knowledge import casebook
from knowledge.model import CaseId
from tests.cli.conftest import FEW, Run

TOLD = CaseId("croix-rouge-americaine-2011")


@pytest.fixture
def community(run: Run) -> str:
    place = ("--platform", "discord", "--space", "1", "--help-channel", "2")
    assert run("community", "add", "Les pairs", *place, "--mentors-channel", "3").code == 0
    return "Les pairs"


def test_list_names_every_case(run: Run, few: Path) -> None:
    done = run("cases", "list", "--folder", str(few))
    assert [case for case in FEW if case in done.out] == list(FEW)
    assert "3 cases, 0 first-hour cards" in done.out


def test_list_as_json_holds_whole_cases(run: Run, few: Path) -> None:
    cases = json.loads(run("cases", "list", "--json", "--folder", str(few)).out)
    assert [case["id"] for case in cases] == sorted(FEW)
    assert cases[0]["lessons"]


def test_lint_tells_file_line_and_what_to_do(run: Run, few: Path) -> None:
    file = few / "cases" / f"{TOLD}.md"
    file.write_text(file.read_text("utf-8").replace("outcome: success", "outcome: fine"), "utf-8")
    line = file.read_text("utf-8").splitlines().index("outcome: fine") + 1
    done = run("cases", "lint", "--folder", str(few))
    assert done.code == 1
    assert f"{file}:{line}: `outcome` is 'fine'. It must be one of" in done.out


def test_lint_puts_typography_right(run: Run, few: Path) -> None:
    file = few / "cases" / f"{TOLD}.md"
    right = file.read_text("utf-8")
    file.write_text(right.replace("’", "'"), "utf-8")
    assert run("cases", "lint", "--folder", str(few)).code == 1
    done = run("cases", "lint", "--fix", "--folder", str(few))
    assert done.code == 0, done.out
    assert "1 files put right" in done.out
    assert file.read_text("utf-8") == right


def test_show_tells_the_whole_story(run: Run, few: Path) -> None:
    case = casebook.load(few).cases[TOLD]
    done = run("cases", "show", TOLD, "--folder", str(few))
    assert done.code == 0
    for part in ("À retenir", case.timeline[0].at, case.sources[0].url, "Boulette"):
        assert part in done.out


def test_show_of_nothing_says_where_to_look(run: Run, few: Path) -> None:
    done = run("cases", "show", "nowhere", "--folder", str(few))
    assert done.code == 1
    assert "no case is called nowhere" in done.err
    assert "entraide cases list" in done.err


def test_unreadable_casebook_is_told_without_a_traceback(run: Run, few: Path) -> None:
    (few / "cases" / "broken.md").write_text("no front matter", "utf-8")
    done = run("cases", "list", "--folder", str(few))
    assert done.code == 1
    assert "broken.md:1: the front matter is missing" in done.err


def test_exported_cases_are_those_that_were_read(run: Run, place: Path) -> None:
    done = run("cases", "export", str(place / "out"))
    assert done.code == 0
    assert casebook.load(place / "out").cases == casebook.load(casebook.shipped()).cases


def test_nothing_is_written_over_unless_asked(run: Run, few: Path, place: Path) -> None:
    file = few / "cases" / f"{TOLD}.md"
    other = place / "other"
    other.mkdir()
    assert run("cases", "import", str(file), "--folder", str(other)).code == 0
    (other / "cases" / f"{TOLD}.md").write_text("mine", "utf-8")
    again = run("cases", "import", str(file), "--folder", str(other))
    assert again.code == 1
    assert f"1 already there: {TOLD}.md" in again.err
    assert (other / "cases" / f"{TOLD}.md").read_text("utf-8") == "mine"
    assert run("cases", "import", str(file), "--folder", str(other), "--replace").code == 0
    assert casebook.load(other).cases[TOLD] == casebook.load(few).cases[TOLD]


def test_one_bad_file_keeps_all_out(run: Run, few: Path, place: Path) -> None:
    bad = place / "bad.md"
    bad.write_text("no front matter", "utf-8")
    good = few / "cases" / f"{TOLD}.md"
    other = place / "other"
    other.mkdir()
    done = run("cases", "import", str(good), str(bad), "--folder", str(other))
    assert done.code == 1
    assert "bad.md:1: " in done.err
    assert list(other.iterdir()) == []


def test_import_wants_one_place(run: Run, few: Path) -> None:
    file = str(few / "cases" / f"{TOLD}.md")
    assert run("cases", "import", file).code == 2
    assert run("cases", "import", file, "--folder", str(few), "--community", "x").code == 2


def test_community_takes_cases_in_and_gives_them_back(
    run: Run, few: Path, place: Path, community: str
) -> None:
    file = str(few / "cases" / f"{TOLD}.md")
    assert run("cases", "import", file, "--community", community).code == 0
    assert run("cases", "export", str(place / "out"), "--community", community).code == 0
    before, after = casebook.load(few).cases[TOLD], casebook.load(place / "out").cases[TOLD]
    assert (after.title, after.category, after.response, after.ending, after.lessons) == (
        before.title,
        before.category,
        before.response,
        before.ending,
        before.lessons,
    )
    assert after.formulations == before.formulations[:1]
    assert after.community is not None


def test_community_keeps_its_words_unless_asked(run: Run, few: Path, community: str) -> None:
    file = str(few / "cases" / f"{TOLD}.md")
    run("cases", "import", file, "--community", community)
    again = run("cases", "import", file, "--community", community)
    assert again.code == 1
    assert f"{TOLD} is there already" in again.err
    assert run("cases", "import", file, "--community", community, "--replace").code == 0


def test_unknown_community_is_told_with_those_there_are(
    run: Run, few: Path, place: Path, community: str
) -> None:
    done = run("cases", "export", str(place / "out"), "--community", "Nobody")
    assert done.code == 1
    assert f"There are: {community} (" in done.err


def test_community_without_a_database_is_told(run: Run, place: Path) -> None:
    done = run("cases", "export", str(place / "out"), "--community", "Nobody")
    assert done.code == 1
    assert "entraide db upgrade" in done.err
