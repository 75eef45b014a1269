from collections.abc import Callable

import pytest

from knowledge.redaction.people.signature import SignatureClue


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Voilà.\nCordialement,\nZorvane Kestel", ["Zorvane Kestel"]),
        ("Merci d'avance\nZorvane", ["Zorvane"]),
        ("bises, Zorvane", ["Zorvane"]),
        ("Voilà tout.\n— Zorvane", ["Zorvane"]),
        ("Voilà tout.\n\nZorvane K.", ["Zorvane K"]),
        ("Thanks,\nZorvane", ["Zorvane"]),
    ],
)
def test_finds_who_signs(text: str, found: list[str], finds: Callable[..., list[str]]) -> None:
    assert finds(SignatureClue(), text) == found


@pytest.mark.parametrize(
    "text", ["Merci Facebook", "Les canaux :\n- Instagram", "Voilà.\nMerci", "Zorvane se tait ici."]
)
def test_leaves_other_last_words(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SignatureClue(), text) == []
