from collections.abc import Callable

import pytest

from knowledge.redaction.people.introduced import IntroducedClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("elle s'appelle Zorvane", ["Zorvane"]),
        ("son nom complet Zorvane Kestel et son mail", ["Zorvane Kestel"]),
        ("un certain Barnabooth", ["Barnabooth"]),
        ("signé : Kestelberg", ["Kestelberg"]),
        ("la signature Zorvane Haumont", ["Zorvane Haumont"]),
        ("la famille Quentric, les époux Castel", ["Quentric", "Castel"]),
        ("J. Cournil et J.-B. Kestel", ["J. Cournil", "J.-B. Kestel"]),
        ("named Zorvane, my neighbour's first name, Kestel", ["Zorvane", "Kestel"]),
    ],
)
def test_finds_names_that_a_word_announces(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(IntroducedClue(), text) == found


@pytest.mark.parametrize(
    "text",
    [
        "le nom de domaine",
        "ça s'appelle Instagram",
        "M. Kestel",
        "un plan B. Il faut",
        "So am I. Drafting",
    ],
)
def test_leaves_things(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(IntroducedClue(), text) == []
