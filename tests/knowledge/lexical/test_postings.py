"""Postings: BM25 that grows and shrinks one document at a time."""

from math import log

import numpy as np
import pytest

from knowledge.lexical.postings import Bm25, Postings

K1, B = 1.2, 0.75


def _postings(*documents: dict[str, float]) -> Postings:
    postings = Postings(Bm25(K1, B))
    for document in documents:
        postings.add(document)
    return postings


def _bm25(count: float, length: float, mean: float, holders: int, everybody: int) -> float:
    rarity = log(1 + (everybody - holders + 0.5) / (holders + 0.5))
    return rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * length / mean))


def test_scores_are_the_textbook_formula() -> None:
    postings = _postings({"a": 1, "b": 1}, {"a": 3}, {"c": 4})
    expected = [_bm25(1, 2, 3, 2, 3), _bm25(3, 3, 3, 2, 3), 0]
    assert postings.scores({"a": 1}) == pytest.approx(expected, rel=1e-5)


def test_a_question_weighs_its_terms() -> None:
    postings = _postings({"a": 1}, {"b": 1})
    both = postings.scores({"a": 2, "b": 1})
    assert both[0] == pytest.approx(2 * both[1])


def test_an_unknown_term_scores_nothing() -> None:
    assert _postings({"a": 1}).scores({"z": 1}).tolist() == [0]


def test_no_document_gets_to_the_ceiling_of_a_question() -> None:
    question = {"a": 1.0, "b": 2.0}
    postings = _postings({"a": 9_999, "b": 9_999}, {"c": 1}, {"d": 20_000})
    best, ceiling = postings.scores(question).max(), postings.ceiling(question)
    assert 0.99 * ceiling < best < ceiling


def test_terms_that_nobody_has_raise_the_ceiling_most() -> None:
    postings = _postings({"a": 1}, {"b": 1})
    assert postings.ceiling({"z": 1.0}) > postings.ceiling({"a": 1.0}) > 0


def test_adding_one_by_one_and_retracting_equals_never_having_had_it() -> None:
    grown = _postings({"a": 1, "b": 2}, {"a": 5}, {"b": 1})
    grown.retract(1, ["a"])
    without = _postings({"a": 1, "b": 2}, {"b": 1})
    question = {"a": 1.0, "b": 1.0}
    np.testing.assert_allclose(grown.scores(question)[[0, 2]], without.scores(question), rtol=1e-6)


def test_the_last_holder_of_a_term_takes_it_along() -> None:
    postings = _postings({"a": 1}, {"b": 1})
    postings.retract(0, ["a"])
    assert "a" not in postings
    assert postings.rarity("a") == 0
    assert "b" in postings
