"""Spelling: a mistyped word stands for the known words nearest to it."""

import pytest

from knowledge.lexical.spelling import Spelling


def _spelling(*known: str) -> Spelling:
    spelling = Spelling()
    spelling.learn(known)
    return spelling


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("suprimer", ("supprimer",)),  # a letter is missing
        ("excusess", ("excuses",)),  # one too many
        ("pirtae", ("pirate",)),  # two are swapped
        ("remboursemnet", ("remboursement",)),
        ("rembourssemant", ("remboursement",)),  # two typos in a long word
    ],
)
def test_a_typo_is_forgiven(typed: str, meant: tuple[str, ...]) -> None:
    assert _spelling("supprimer", "excuses", "pirate", "remboursement").nearest(typed) == meant


def test_a_short_word_is_allowed_one_typo_only() -> None:
    assert _spelling("pirate").nearest("pyrote") == ()


def test_words_at_the_same_distance_are_all_meant() -> None:
    assert set(_spelling("porte", "poste", "ponte").nearest("poete")) == {"porte", "poste", "ponte"}


def test_a_word_that_begins_otherwise_is_another_word() -> None:
    assert _spelling("vente", "tente").nearest("mente") == ()


@pytest.mark.parametrize("typed", ["abc", "12345", "c4ts", ""])
def test_tiny_words_and_numbers_are_not_guessed(typed: str) -> None:
    assert _spelling("abcd", "12346", "cats").nearest(typed) == ()


def test_a_word_learnt_later_is_found_from_then_on() -> None:
    spelling = _spelling("autre")
    assert spelling.nearest("suprimer") == ()
    spelling.learn(["supprimer"])
    assert "supprimer" in spelling
    assert spelling.nearest("suprimer") == ("supprimer",)
