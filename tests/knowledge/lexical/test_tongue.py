"""Tongue: French from English, by the small words that a haste and a thumb leave standing."""

import pytest

from knowledge.lexical.tongue import Tongue, tongue
from knowledge.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("jme suis planté de page, ya ma liste de courses sur celle de la boîte", Tongue.FRENCH),
        ("on se fait piller par des trolls", Tongue.FRENCH),
        ("they are all over our page and I cannot stop it", Tongue.ENGLISH),
        ("our bad buzz", Tongue.ENGLISH),
        ("bad buzz", Tongue.UNSURE),
        ("", Tongue.UNSURE),
    ],
)
def test_small_words_tell_the_language(text: str, expected: Tongue) -> None:
    assert tongue(words(text)) == expected
