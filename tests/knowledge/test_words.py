"""Words: what is left of text once accents, capitals and punctuation are gone."""

import pytest

from knowledge.words import fold, word_count, words


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Été À NOËL", "ete a noel"),
        ("cœur, Œuvre, naïf, façade", "coeur, oeuvre, naif, facade"),
        ("l’été", "l'ete"),
        ("e\u0301te\u0301", "ete"),
        ("ﬁche", "fiche"),
        ("plain ascii", "plain ascii"),
    ],
)
def test_folding_leaves_plain_lower_case(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_apostrophes_hyphens_and_marks_separate_words() -> None:
    assert words("C’est là-bas : 12 000 € !") == ["c", "est", "la", "bas", "12", "000"]


def test_a_writer_does_not_count_bare_punctuation() -> None:
    assert word_count("Trois mots\u202f: « oui »") == 3
