from collections.abc import Callable

import pytest

from knowledge.redaction.rules.company_id import CompanyIdRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("SIRET 732 829 320 00074", "732 829 320 00074"),
        ("73282932000074", "73282932000074"),
        ("siret : 732 829 320 00075 (mal recopié)", "732 829 320 00075"),
        ("siren 732829320", "732829320"),
        ("immatriculée 732.829.320", "732.829.320"),
        ("RCS Lyon 732 829 320", "732 829 320"),
        ("TVA FR40303265045", "FR40303265045"),
        ("FR 40 303 265 045", "FR 40 303 265 045"),
        ("BE 0403.019.261", "BE 0403.019.261"),
        ("CHE-123.456.789", "CHE-123.456.789"),
        ("GB999999973 sur la facture", "GB999999973"),
        ("company number 01234567", "01234567"),
        ("l'asso W751234567", "W751234567"),
    ],
)
def test_finds_company_numbers(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(CompanyIdRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "732 829 320 vues",
        "123 456 789 et des poussières",
        "300 000 000 de fans",
        "de 123456 à 234567, es 12",
    ],
)
def test_leaves_quantities(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(CompanyIdRule(), text) == []
