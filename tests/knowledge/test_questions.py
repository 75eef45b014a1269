"""The project's own questions: what the search is held to, without a model, before it ships."""

import json
from importlib import resources
from typing import Any

import pytest

from knowledge import casebook
from knowledge.batch import casebook_eval
from knowledge.search import CaseSearch

QUESTIONS = resources.files("knowledge") / "questions"


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (QUESTIONS / name).read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def search() -> CaseSearch:
    search = CaseSearch()
    search.add_many(list(casebook.load(casebook.shipped()).cases.values()))
    return search


@pytest.mark.parametrize(
    "name",
    ["crises.jsonl", "everyday.jsonl", "unheard.jsonl", "held_out.jsonl", "newcomers.jsonl"],
)
def test_every_question_has_its_own_id_and_text(name: str) -> None:
    lines = _lines(name)
    assert len({line["id"] for line in lines}) == len({line["text"] for line in lines})
    assert len(lines) == len({line["id"] for line in lines})


def test_every_case_named_as_an_answer_exists() -> None:
    cases = casebook.load(casebook.shipped()).cases
    names = ("crises.jsonl", "held_out.jsonl", "newcomers.jsonl")
    lines = [line for name in names for line in _lines(name)]
    named = {case for line in lines for case in line["relevant"]}
    assert named <= set(cases)


def test_a_crisis_finds_the_same_kind_of_case(search: CaseSearch) -> None:
    with (QUESTIONS / "crises.jsonl").open(encoding="utf-8") as lines:
        figures = casebook_eval(lines, search=search)
    assert float(str(figures["success@3"])) >= 0.9
    assert float(str(figures["ndcg@10"])) >= 0.8


def test_few_crises_are_told_that_nothing_is_close(search: CaseSearch) -> None:
    told = [search.search(line["text"]).closeness for line in _lines("crises.jsonl")]
    assert told.count("none") / len(told) <= 0.1


def test_most_ordinary_questions_are_told_so(search: CaseSearch) -> None:
    told = [search.search(line["text"]).closeness for line in _lines("everyday.jsonl")]
    assert told.count("none") / len(told) >= 0.65
