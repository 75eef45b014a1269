"""`entraide search` on a small casebook, without a model."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import FEW, Run

QUESTION = "on a tweeté une blague depuis le compte de la mairie"


def test_search_shows_cases_why_and_the_mode(run: Run, few: Path) -> None:
    done = run("search", QUESTION, "--folder", str(few))
    assert done.code == 0
    assert "Search mode: none: no model is configured" in done.out
    first, *_ = done.out.split("entraide cases show ")[1:]
    assert first.startswith("croix-rouge-americaine-2011")
    assert "Boulette" in done.out
    assert "Why: « " in done.out
    assert "Lesson: " in done.out


def test_search_reads_standard_input(run: Run, few: Path) -> None:
    asked = run("search", QUESTION, "--folder", str(few))
    assert run("search", "-", "--folder", str(few), given=QUESTION) == asked


def test_json_holds_what_is_shown_and_nothing_else_is_printed(run: Run, few: Path) -> None:
    done = run("search", QUESTION, "--json", "-k", "1", "--no-model", "--folder", str(few))
    answer = json.loads(done.out)
    assert answer["mode"] == {"kind": "none", "model": "", "reason": "--no-model was asked for"}
    [result] = answer["results"]
    assert set(result) == {"case", "title", "outcome", "score", "why", "lessons"}
    assert set(result["why"]) == {"words", "passage", "category"}
    assert 0 < result["score"] <= 1


def test_filters_narrow_the_answer(run: Run, few: Path) -> None:
    filters = ("--outcome", "failure", "--category", "boulette", "--folder", str(few))
    answer = json.loads(run("search", QUESTION, "--json", *filters).out)
    assert [result["case"] for result in answer["results"]] == ["uber-ironie-2018"]


def test_filters_that_nothing_matches_are_told(run: Run, few: Path) -> None:
    done = run("search", QUESTION, "--sector", "astronautique", "--folder", str(few))
    assert done.code == 0
    assert "No case matches these filters" in done.out


def test_shipped_casebook_is_searched_by_default(run: Run) -> None:
    answer = json.loads(run("search", "--json", "-k", "1", "gazouillis", "--no-model").out)
    assert len(answer["results"]) == 1


def test_lines_come_back_in_order_with_scores(run: Run, place: Path, few: Path) -> None:
    rows = [{"id": "a", "text": QUESTION}, {"id": "b", "text": "mon compte a été piraté"}]
    file = place / "questions.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    done = run("search", "--jsonl", str(file), "-k", "2", "--folder", str(few))
    answers = [json.loads(line) for line in done.out.splitlines()]
    assert [(answer["id"], answer["results"][0]["case"]) for answer in answers] == [
        ("a", "croix-rouge-americaine-2011"),
        ("b", "tv5monde-piratage-2015"),
    ]
    for answer in answers:
        assert set(answer) == {"id", "results", "abstained"}
        scores = [result["score"] for result in answer["results"]]
        assert scores == sorted(scores, reverse=True)


def test_lines_may_come_from_standard_input(run: Run, few: Path) -> None:
    line = '{"id": "a", "text": "piratage"}\n'
    done = run("search", "--jsonl", "-", "--folder", str(few), given=line)
    assert json.loads(done.out)["id"] == "a"
    assert {result["case"] for result in json.loads(done.out)["results"]} <= set(FEW)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ((), "give either a text or --jsonl FILE"),
        (("  ",), "give either a text or --jsonl FILE"),
        (("text", "--jsonl", "-"), "give either a text or --jsonl FILE"),
        (("--jsonl", "nowhere.jsonl"), "nowhere.jsonl: there is no such file"),
        (("text", "-k", "0"), "'-k'"),
        (("text", "--category", "cuisine"), "cuisine"),
        (("text", "--folder", "nowhere"), "nowhere"),
    ],
)
def test_what_cannot_be_asked_is_told(arguments: tuple[str, ...], told: str, run: Run) -> None:
    done = run("search", *arguments)
    assert done.code == 2
    assert told in done.err
    assert done.out == ""


@pytest.mark.parametrize("line", ['{"id": 1', '["a"]', '{"id": "a"}'])
def test_bad_line_is_told_by_its_number(line: str, run: Run, few: Path) -> None:
    lines = f'{{"id": "a", "text": "piratage"}}\n{line}\n'
    done = run("search", "--jsonl", "-", "--folder", str(few), given=lines)
    assert done.code == 1
    assert "line 2" in done.err


def test_file_in_another_encoding_is_told(run: Run, place: Path, few: Path) -> None:
    file = place / "questions.jsonl"
    file.write_bytes('{"id": "a", "text": "piraté"}'.encode("latin-1"))
    done = run("search", "--jsonl", str(file), "--folder", str(few))
    assert done.code == 1
    assert "not UTF-8" in done.err
