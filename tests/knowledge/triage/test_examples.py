"""Whether the examples are well formed."""

import pytest

from knowledge.model import CATEGORIES, URGENCIES
from knowledge.triage.data import read_examples

FILES = ("crises", "feelings", "replies")


@pytest.mark.parametrize("name", FILES)
def test_no_text_is_there_twice(name: str) -> None:
    texts = [example["text"] for example in read_examples(name)]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize("name", FILES)
def test_both_languages_are_taught(name: str) -> None:
    languages = [example["lang"] for example in read_examples(name)]
    assert set(languages) == {"fr", "en"}
    assert languages.count("en") >= 30


def test_a_moment_has_an_urgency() -> None:
    moments = read_examples("moments")
    assert {example["urgency"] for example in moments} == set(URGENCIES)
    assert len({example["text"] for example in moments}) == len(moments)


def test_a_crisis_has_one_or_two_categories_and_an_urgency() -> None:
    for example in read_examples("crises"):
        assert 1 <= len(example["categories"]) <= 2
        assert set(example["categories"]) <= set(CATEGORIES)
        assert example["urgency"] in URGENCIES


def test_every_category_is_taught_by_many_examples() -> None:
    taught = [category for e in read_examples("crises") for category in e["categories"]]
    assert min(taught.count(category) for category in CATEGORIES) >= 30


def test_calm_texts_are_as_many_as_those_in_danger() -> None:
    risks = [example["risk"] for example in read_examples("feelings")]
    assert set(risks) == {"danger", "distress", "none"}
    assert risks.count("none") >= risks.count("danger")


def test_a_reply_blames_or_does_not() -> None:
    assert {example["label"] for example in read_examples("replies")} == {"blame", "ok"}
