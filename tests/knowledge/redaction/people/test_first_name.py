from collections.abc import Callable

import pytest

from knowledge.redaction.people.first_name import FirstNameClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("avec Rémi Castagnier", ["Rémi Castagnier"]),
        ("Sophie a continué", ["Sophie"]),
        ("ma collegue berangere", ["berangere"]),
        ("kevin dit que sophie lefebvre ment", ["kevin", "sophie lefebvre"]),
        ("Jean-Baptiste Cournil, de la compta", ["Jean-Baptiste Cournil"]),
        ("Hervé Tanguy-Lallier", ["Hervé Tanguy-Lallier"]),
        ("Marie-Laure de La Tour du Pin", ["Marie-Laure de La Tour du Pin"]),
        ("Mohamed El Amrani et Fatou N'Diaye", ["Mohamed El Amrani", "Fatou N'Diaye"]),
        ("Nguyen Thi Linh", ["Nguyen Thi Linh"]),
        ("DUPONT Marie", ["DUPONT Marie"]),
        ("Julien ASTORG", ["Julien ASTORG"]),
        ("Julie M. a démissionné", ["Julie M."]),
        ("JE SUIS SEULE AVEC KEVIN", ["KEVIN"]),
        ('une réponse ("Maxence et Flavien")', ["Maxence", "Flavien"]),
        ("our intern Brandon and Gareth's boss", ["Brandon", "Gareth"]),
        ("Florence Laval est partie", ["Florence Laval"]),
        ("Rose a démissionné, Claire aussi", ["Rose", "Claire"]),
        ("l'Olivier de l'it", ["Olivier"]),
        ("sur place Julien filmait, à son tour Maëlys a ri", ["Julien", "Maëlys"]),
        ("il cite Sébastien", ["Sébastien"]),
    ],
)
def test_finds_first_names_with_their_surname(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(FirstNameClue(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Une rose rouge, la pierre tombe, de la constance, un bleu marine",
        "Grâce à vous. Juste un mot. Parfait merci. Ben oui. Max 3 posts. Claire comme l'eau",
        "Will you help? Mark my words. Bill paid. Hope this helps. May I?",
        "le collège Jean-Moulin, la place Victor Hugo, le prix Albert-Londres",
        "à Nancy, à Florence, à Lourdes, une ville dans l'Aude",
        "le thème Dawn 15.1, GDPR Art. 33, and the Chelsea boots",
        "Sainte-Catherine, Saint-Denis, Saint Valentin",
        "vu par @julien, sur julien.exemple.fr",
    ],
)
def test_leaves_words_places_and_accounts(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(FirstNameClue(), text) == []


@pytest.mark.parametrize("following", ["Instagram", "Et moi", "Lundi", "Directrice", "à Lyon"])
def test_stops_before_what_is_no_surname(following: str, finds: Callable[..., list[str]]) -> None:
    assert finds(FirstNameClue(), f"vu avec Sophie {following}") == ["Sophie"]
