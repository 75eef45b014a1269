from collections.abc import Callable

import pytest

from knowledge.redaction.rules.iban import IbanRule


@pytest.mark.parametrize(
    "account",
    [
        "FR76 3000 4008 2800 0123 4567 890",
        "fr7630004008280001234567890",
        "FR76-3000-4008-2800-0123-4567-890",
        "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034",
        "CH93 0076 2011 6238 5295 7",
        "GB29 NWBK 6016 1331 9268 19",
        "FR00 3000 4008 2800 0123 4567 890",
    ],
)
def test_finds_accounts_even_mistyped(account: str, finds: Callable[..., list[str]]) -> None:
    assert finds(IbanRule(), f"il demande un virement sur {account} ce soir") == [account]


def test_finds_the_french_rib(finds: Callable[..., list[str]]) -> None:
    assert finds(IbanRule(), "RIB 30004 00828 00001234567 89") == ["30004 00828 00001234567 89"]


@pytest.mark.parametrize(
    "text",
    [
        "de 2024 à 2025 on a 3000 4000 5000 fans",
        "le FR76 tout seul",
        "un post de 12 34 56 78 90 12",
    ],
)
def test_leaves_what_only_starts_like_one(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(IbanRule(), text) == []
