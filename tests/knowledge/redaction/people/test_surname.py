from collections.abc import Callable

import pytest

from knowledge.redaction.people.surname import SurnameClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lefebvre a tout balancé", ["Lefebvre"]),
        ("selon Dupont et O'Connor", ["Dupont", "O'Connor"]),
    ],
)
def test_finds_common_surnames(
    text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(SurnameClue(), text) == found


@pytest.mark.parametrize("text", ["un dupont, la rue Dupont", "le Petit Marchand", "à Paris"])
def test_leaves_words_streets_and_cities(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SurnameClue(), text) == []
