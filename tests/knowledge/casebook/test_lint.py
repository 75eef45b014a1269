"""Lint: a sound casebook passes, and every kind of fault is found where it is."""

from pathlib import Path

import pytest

from knowledge.casebook import fix, lint
from knowledge.casebook.__main__ import main
from tests.knowledge.casebook.examples import CASE, PLAYBOOK_FR, write_book


def _faults(folder: Path) -> list[tuple[str, int, str]]:
    return [(f.path.name, f.line, f.problem) for f in lint(folder)]


def test_a_sound_casebook_has_nothing_to_put_right(tmp_path: Path) -> None:
    assert lint(write_book(tmp_path)) == []


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("sector: Culture\n", "", 1, "`sector` is missing"),
        ("also: [bad-buzz]", "also: [boulette]", 8, "`also` repeats a category or has too many"),
        ("platforms: [X]\n", "", 1, "`platforms` has 0 items"),
        ("- Faites relire.\n", "", 67, "`lessons` has 2 items"),
        ("mauvais compte blague", "blague", 18, "`formulations` has 1 words"),
        (
            "mauvais compte blague",
            "la Fanfare tonitruante",
            18,
            "a formulation names 'Fanfare Tonitruante'",
        ),
        (
            "mauvais compte blague",
            "Les captures passent d'un groupe à l'autre",
            18,
            "a formulation copies the case: 'les captures passent d un'",
        ),
        (
            "mauvais compte blague",
            "mon chef appelle dois-je effacer ou rire avec eux",
            21,
            "this formulation appears twice",
        ),
        ('at: "T+20 min"', 'at: "vite"', 33, "the moment 'vite' is unknown"),
        ('at: "T+0"', 'at: "T+2 h"', 33, "'T+20 min' comes after a later moment"),
        ('at: "avant"', 'at: "à la fin"', 28, "'à la fin' is far from the end"),
        (
            '    response: "Un mot d’excuse, avec humour."\n',
            "",
            27,
            "the timeline has too few answers",
        ),
        (
            "Personne ne réagit encore.",
            "Paul Martin sourit.",
            32,
            "a person is named: 'Paul Martin'",
        ),
        ("un élu plaisante", "M. Dupont plaisante", 53, "a person is named: 'M. Dupont'"),
        ("Le message part.", "Le message part !", 31, "the typography is not right"),
        ("j’ai honte", "j'ai honte", 22, "the typography is not right"),
        ('avec humour."\n', 'avec humour."\n  - event: x\n', 36, "`at` is missing"),
    ],
)
def test_a_fault_of_a_case_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in CASE
    faults = _faults(write_book(tmp_path, case=CASE.replace(old, new, 1)))
    assert ("fanfare-2020.md", line, problem) in faults


@pytest.mark.parametrize(
    ("old", "new", "line", "problem"),
    [
        ("reviewed: 2026-11\n", "", 1, "`reviewed` is missing"),
        ("see: [fanfare-2020,", "see: [orchestre,", 51, "no case `orchestre`"),
        ("preuves [1]", "preuves [3]", 58, "[3] leads to no source"),
        ("preuves [1]", "preuves [2]", 58, "`loi du` has no dated source"),
        ("preuves [1].", "preuves !", 54, "the typography is not right"),
        ("Dites ce qui", "Jeanne Petit dit ce qui", 57, "a person is named: 'Jeanne Petit'"),
        (
            "urgency: now",
            "urgency: week",
            6,
            "category, urgency or `see` differ between the languages",
        ),
        ('  - "Répondre à chaud."\n', "", 41, "`avoid` has 2 items"),
    ],
)
def test_a_fault_of_a_playbook_is_found_at_its_line(
    tmp_path: Path, old: str, new: str, line: int, problem: str
) -> None:
    assert old in PLAYBOOK_FR
    faults = _faults(write_book(tmp_path, french=PLAYBOOK_FR.replace(old, new, 1)))
    assert ("fausse-manoeuvre.md", line, problem) in faults


def test_a_missing_translation_is_found(tmp_path: Path) -> None:
    (write_book(tmp_path) / "playbooks" / "fausse-manoeuvre.en.md").unlink()
    assert _faults(tmp_path) == [("fausse-manoeuvre.md", 4, "one language is missing")]


def test_a_shorter_translation_is_found(tmp_path: Path) -> None:
    path = write_book(tmp_path) / "playbooks" / "fausse-manoeuvre.en.md"
    path.write_text(path.read_text("utf-8").replace('  - "Répondre à chaud."\n', ""), "utf-8")
    assert ("fausse-manoeuvre.md", 41, "the other language has fewer avoid") in _faults(tmp_path)


def test_two_files_with_one_id_are_both_found(tmp_path: Path) -> None:
    (write_book(tmp_path) / "cases" / "copie.md").write_text(CASE, "utf-8")
    faults = _faults(tmp_path)
    assert ("copie.md", 2, "the file is not named after its id") in faults
    assert {name for name, _, problem in faults if problem == "another case has this id"} == {
        "copie.md",
        "fanfare-2020.md",
    }


def test_a_brand_of_another_case_is_found_but_a_platform_is_not(tmp_path: Path) -> None:
    other = (
        CASE.replace("id: fanfare-2020", "id: autre-2021")
        .replace("organisation: Fanfare Tonitruante", "organisation: Zigomar")
        .replace("platforms: [X]", "platforms: [Zig]")
        .replace("mauvais compte blague", "mon bad buzz chez zigomar, vu sur zig")
    )
    folder = write_book(tmp_path)
    (folder / "cases" / "autre-2021.md").write_text(other, "utf-8")
    named = [fault for fault in _faults(folder) if "names" in fault[2]]
    assert named == [("autre-2021.md", 18, "a formulation names 'Zigomar'")]


def test_an_unreadable_file_is_a_finding_and_the_others_are_still_checked(tmp_path: Path) -> None:
    folder = write_book(tmp_path)
    (folder / "cases" / "latin.md").write_bytes("é".encode("latin-1"))
    (folder / "cases" / "vide.md").write_text("", "utf-8")
    assert _faults(folder) == [
        ("latin.md", 1, "not UTF-8"),
        ("vide.md", 1, "the front matter is missing"),
    ]


def test_fix_puts_the_typography_right_and_then_changes_nothing(tmp_path: Path) -> None:
    folder = write_book(tmp_path, case=CASE.replace("’", "'"), french=PLAYBOOK_FR.replace("’", "'"))
    changed = {path.name for path in fix(folder)}

    assert changed >= {"fanfare-2020.md", "fausse-manoeuvre.md"}
    assert lint(folder) == []
    assert fix(folder) == []


def test_fix_leaves_what_it_cannot_read(tmp_path: Path) -> None:
    path = write_book(tmp_path) / "cases" / "vide.md"
    path.write_text("rien", "utf-8")
    fix(tmp_path)
    assert path.read_text("utf-8") == "rien"


def test_the_command_says_what_is_left_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = write_book(tmp_path, case=CASE.replace("sector: Culture\n", ""))
    path = folder / "cases" / "fanfare-2020.md"

    assert main(["lint", str(folder)]) == 1
    assert capsys.readouterr().out == f"{path}:1: `sector` is missing. Add the field.\n"
    path.write_text(CASE, "utf-8")
    assert main(["fix", str(folder)]) == 0
