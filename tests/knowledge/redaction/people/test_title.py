from collections.abc import Callable

import pytest

from knowledge.redaction.people.title import TitleClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("M. Pasquier et Mme Le Guen", ["Pasquier", "Le Guen"]),
        ("Maître Aubusson", ["Aubusson"]),
        ("le juridique (Me Sorbier)", ["Sorbier"]),
        ("Dr O'Neill, Pr. N'Diaye", ["O'Neill", "N'Diaye"]),
        ("Madame Huguette Barbaroux", ["Huguette Barbaroux"]),
        ("Mr Okonjo-Reed and Mrs. van der Berg", ["Okonjo-Reed", "van der Berg"]),
        ("Mme Petit", ["Petit"]),
        ("m. quentric et mme kervella", ["quentric", "kervella"]),
        ("son frère Anthony, sœur Agnès", ["Anthony", "Agnès"]),
    ],
)
def test_finds_names_and_leaves_titles(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(TitleClue(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Monsieur le maire, Madame la Directrice, Madame La Présidente",
        "Me voilà seule, on me Facebook, répondez-me",
        "à 12 m. du bord, mme est venue",
        "la mère Instagram, le père Noël",
    ],
)
def test_leaves_roles_and_pronouns(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(TitleClue(), text) == []
