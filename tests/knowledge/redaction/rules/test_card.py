from collections.abc import Callable

import pytest

from knowledge.redaction.rules.card import CardRule


@pytest.mark.parametrize(
    "number",
    [
        "4970 1016 9023 7056",
        "4970-1016-9023-7056",
        "4970101690237056",
        "4970 1016 9023 7057",
        "4970101690237057",
        "3782 822463 10005",
        "4970 **** **** 7056",
        "xxxx xxxx xxxx 7056",
    ],
)
def test_finds_card_numbers(number: str, finds: Callable[..., list[str]]) -> None:
    assert finds(CardRule(), f"sa carte {number} en photo") == [number]


@pytest.mark.parametrize(
    ("text", "found"),
    [("carte finissant par 7056", "7056"), ("card ending in 7056", "7056"), ("cvv : 123", "123")],
)
def test_finds_the_end_and_the_code(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(CardRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    ["4012345678901 sans clé valable", "2023 2024 2025 ont été durs", "3 500 000 000 vues"],
)
def test_leaves_other_long_numbers(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(CardRule(), text) == []
