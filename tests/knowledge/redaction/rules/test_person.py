from collections.abc import Callable

import pytest

from knowledge.redaction.rules.person import PersonRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Julien Marchand a tout vu. Marchand nie.", ["Julien Marchand", "Marchand"]),
        ("Frédéric Lamirault, dit Fred", ["Frédéric Lamirault", "Fred"]),
        ("Mme Quentric a pleuré, quentric quoi", ["Quentric", "quentric"]),
        ("Véronique des RH, sans balancer Véro", ["Véronique", "Véro"]),
    ],
)
def test_finds_the_other_mentions_of_a_person(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(PersonRule(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Charlie Hebdo, Leroy Merlin, Yves Rocher et Michel et Augustin",
        "Elon Musk et Mark Zuckerberg",
        "Meta, Canva, Notion, Excel et Google Analytics",
        "l'effet Streisand, merci Murphy, le point Godwin",
        "l'affaire Grandroute Meubles de l'an dernier",
        "Lundi, Noël, Pâques, la Saint-Valentin, le Black Friday",
        "Nantes, Nancy, Florence et Saint-Étienne",
    ],
)
def test_leaves_public_names(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(PersonRule(), text) == []
