from collections.abc import Callable

import pytest

from knowledge.redaction.rules.national_id import NationalIdRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sécu 1 84 07 75 123 456 78", "1 84 07 75 123 456 78"),
        ("184077512345678", "184077512345678"),
        ("2 84 07 2A 123 456", "2 84 07 2A 123 456"),
        ("passeport 12AB34567", "12AB34567"),
        ("carte d'identité n° 880692310285", "880692310285"),
        ("National Insurance AB 12 34 56 C", "AB 12 34 56 C"),
        ("AB 12 34 56 C", "AB 12 34 56 C"),
    ],
)
def test_finds_identity_numbers(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(NationalIdRule(), text) == [found]


@pytest.mark.parametrize("text", ["1 84 vues", "le permis 2 roues", "ma carte d'identité, svp"])
def test_leaves_other_numbers(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(NationalIdRule(), text) == []
