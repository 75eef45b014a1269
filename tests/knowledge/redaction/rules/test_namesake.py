from collections.abc import Callable

import pytest

from knowledge.redaction.rules.namesake import NamesakeRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("contact@imprimerie-solvet.fr : Imprimerie Solvet nie", ["Imprimerie Solvet"]),
        (
            "@lacabane_aux_jeux suit, alors que La Cabane aux Jeux c'est nous",
            ["La Cabane aux Jeux"],
        ),
        ("www.kroustine.example.com ; Kroustine se tait", ["Kroustine"]),
        ("n.solvet@gmail.com ; les Solvet se taisent", ["Solvet"]),
    ],
)
def test_finds_what_an_address_gives_away(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(NamesakeRule([]), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "service.client@gmail.com : le Service Client de Gmail",
        "kroustine@lumen.fr, une kroustine dorée",
        "@lyon_magazine : à Lyon, un Magazine",
        "Sans adresse, Kroustine reste",
    ],
)
def test_leaves_ordinary_words_cities_and_platforms(
    text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(NamesakeRule([]), text) == []


def test_leaves_the_names_to_hide_to_their_own_rule(finds: Callable[..., list[str]]) -> None:
    text = "@octavine.beaute : Octavine Cosmétiques nie"
    assert finds(NamesakeRule(["Octavine Cosmétique"]), text) == []
