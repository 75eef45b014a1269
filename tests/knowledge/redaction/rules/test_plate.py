from collections.abc import Callable

import pytest

from knowledge.redaction.rules.plate import PlateRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("la voiture AB-123-CD en photo", "AB-123-CD"),
        ("plaque AB 123 CD", "AB 123 CD"),
        ("immatriculée 4521 XY 69", "4521 XY 69"),
        ("number plate AB12 CDE", "AB12 CDE"),
    ],
)
def test_finds_plates(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(PlateRule(), text) == [found]


@pytest.mark.parametrize("text", ["IO-123-CD", "COVID-19-FR", "AB-1234-CD", "la plaque est rouge"])
def test_leaves_other_codes(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(PlateRule(), text) == []
