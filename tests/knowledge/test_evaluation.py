"""Evaluation: each measure against values worked out by hand."""

from math import log2

import pytest

from knowledge.evaluation import (
    Judged,
    Run,
    auroc,
    false_answers,
    ndcg,
    recall,
    reciprocal_rank,
    report,
    success,
)

GRADES = {"a": 2, "b": 1}


@pytest.mark.parametrize(
    ("ranked", "expected"),
    [
        (["a", "b"], 1.0),
        (["b", "a"], (1 + 3 / log2(3)) / (3 + 1 / log2(3))),
        (["x", "y"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg(ranked: list[str], expected: float) -> None:
    assert ndcg(GRADES, ranked) == pytest.approx(expected)


def test_ndcg_looks_no_further_than_k() -> None:
    assert ndcg(GRADES, ["x", "a"], 1) == 0
    assert ndcg({}, ["a"]) == 0


def test_success_wants_the_same_kind_of_situation() -> None:
    assert success(GRADES, ["b", "x", "a"], 3) == 1
    assert success(GRADES, ["b", "x", "a"], 2) == 0
    assert success(GRADES, ["b"], 1, grade=1) == 1


def test_recall_and_reciprocal_rank() -> None:
    grades = {"a": 2, "c": 2, "b": 1}
    assert recall(grades, ["a", "b"], 2) == 0.5
    assert reciprocal_rank(grades, ["b", "c"]) == 0.5
    assert reciprocal_rank(grades, ["b"]) == 0


def test_auroc_counts_pairs_and_halves_ties() -> None:
    assert auroc([0.9, 0.5], [0.5, 0.1]) == (1 + 1 + 0.5 + 1) / 4
    assert auroc([], [0.1]) == 0


def test_false_answers_at_the_floor_that_keeps_most() -> None:
    answerable = [n / 20 for n in range(1, 21)]  # 5 % of twenty may be lost: the floor is 0.10
    assert false_answers(answerable, [0.05, 0.09, 0.10, 0.5]) == 0.5
    assert false_answers([], [0.5]) == 0


QUESTIONS = [
    Judged("q1", "…", {"a": 2}, "short"),
    Judged("q2", "…", {"b": 2}, "long"),
    Judged("q3", "…", {}, "none"),
]


def test_a_report_says_everything_by_style_and_for_what_nothing_answers() -> None:
    runs = {"q1": Run(("a",), 0.9), "q2": Run(("x", "b"), 0.4), "q3": Run(("x",), 0.2, True)}
    figures = report(QUESTIONS, runs)

    assert (figures["questions"], figures["answerable"]) == (3, 2)
    assert (figures["success@1"], figures["success@3"], figures["mrr"]) == (0.5, 1.0, 0.75)
    assert figures["styles"] == {
        "long": {
            "answerable": 1,
            "ndcg@10": round(1 / log2(3), 4),
            "success@1": 0,
            "success@3": 1,
            "recall@3": 1,
            "recall@10": 1,
            "mrr": 0.5,
        },
        "short": {"answerable": 1}
        | dict.fromkeys(("ndcg@10", "success@1", "success@3", "recall@3", "recall@10", "mrr"), 1.0),
    }
    assert figures["abstention"] == {
        "auroc": 1.0,
        "false answers at 95 % recall": 0.0,
        "abstained, rightly": 1.0,
        "abstained, wrongly": 0.0,
    }


def test_a_missing_run_found_nothing() -> None:
    assert report(QUESTIONS[:1], {})["success@3"] == 0


def test_where_nobody_gave_a_two_the_best_grade_is_the_answer() -> None:
    figures = report([Judged("q", "…", {"a": 1})], {"q": Run(("a",))})
    assert figures["mrr"] == 1
