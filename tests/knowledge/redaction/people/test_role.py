from collections.abc import Callable

import pytest

from knowledge.redaction.people.role import RoleClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("mon stagiaire, Zorvane, a posté", ["Zorvane"]),
        ("notre DG Zorvane Kestel", ["Zorvane Kestel"]),
        ("la cheffe de projet, Zorvane", ["Zorvane"]),
        ("la conseillère en parfumerie, Zorvane,", ["Zorvane"]),
        ("mon N+1 Zorvane", ["Zorvane"]),
        ("l'autrice (Zorvane Kestel)", ["Zorvane Kestel"]),
        ("Zorvane, notre stagiaire", ["Zorvane"]),
        ("il cite Zorvane notre alternante", ["Zorvane"]),
        ("vu avec Zorvane (alternant)", ["Zorvane"]),
        ("demandé à Zorvane de la compta", ["Zorvane"]),
        ("ask Zorvane from legal", ["Zorvane"]),
        ("the CEO, Zorvane", ["Zorvane"]),
    ],
)
def test_finds_names_that_no_list_has(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(RoleClue(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "la responsable Facebook, le directeur Marketing",
        "MON CHEF VEUT QUE JE PUBLIE",
        "Refonte du support, Panne de la prod",
        "notre chef pense que Zorvane ment",
        "un journaliste de Nantes",
    ],
)
def test_leaves_platforms_cities_and_words(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(RoleClue(), text) == []
