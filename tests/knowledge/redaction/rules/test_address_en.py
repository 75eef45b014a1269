from collections.abc import Callable

import pytest

from knowledge.redaction.rules.address_en import EnglishAddressRule


@pytest.mark.parametrize(
    "address",
    [
        "22 Thornwick Lane, Leeds LS6 9ZZ",
        "Flat 3, 22 Thornwick Lane, Leeds LS6 9ZZ",
        "7 Cobbler's Rise, Bath BA2 9ZQ",
        "221b Baker Street",
        "9 Millbrook Cres",
        "Unit 7, Foundry Way, Leeds LS6 9ZZ",
        "1200 Main Street, Springfield, IL 62704",
        "22 thornwick lane, leeds ls6 9zz",
        "SW1A 2AA",
    ],
)
def test_finds_addresses(address: str, finds: Callable[..., list[str]]) -> None:
    assert finds(EnglishAddressRule(), f"they posted {address} and worse") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "in London and Leeds",
        "3 people in the street",
        "2 Ways to cope, 9 am on Mondays",
        "A4 B2 C3",
    ],
)
def test_leaves_towns_and_counts(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(EnglishAddressRule(), text) == []
