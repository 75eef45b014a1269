from collections.abc import Callable

import pytest

from knowledge.redaction.rules.phone import PhoneRule


@pytest.mark.parametrize(
    "number",
    [
        "06 12 34 56 78",
        "0612345678",
        "06.12.34.56.78",
        "06-12-34/56 78",
        "06 - 12 - 34 - 56 - 78",
        "06, 12, 34, 56, 78",
        "06 123 456 78",
        "0 6 1 2 3 4 5 6 7 8",
        "O6 l2 34 56 78",
        "0 800 123 456",
        "+33 6 12 34 56 78",
        "+33612345678",
        "+33 (0)6 12 34 56 78",
        "(+33) 6 12 34 56 78",
        "(0)6 12 34 56 78",
        "0033 6 12 34 56 78",
        "33 6 12 34 56 78",
        "06 12 34 56 xx",
        "06 12 34 .. ..",
        "07700 900142",
        "020 7946 0018",
        "(020) 7946 0018",
        "+44 7700 900142",
        "514-555-0199",
        "(514) 555-0199",
        "+1 (514) 555-0199",
        "02 512 34 56",
        "0470/12.34.56",
        "+41 79 123 45 67",
        "０６ １２ ３４ ５６ ７８",
        "0️⃣6️⃣ 1️⃣2️⃣ 3️⃣4️⃣ 5️⃣6️⃣ 7️⃣8️⃣",
        "06 \u200b12 \u200c34 56 78",
    ],
)
def test_finds_numbers_however_written(number: str, finds: Callable[..., list[str]]) -> None:
    assert finds(PhoneRule(), f"appelle-la au {number} svp") == [number]


def test_finds_a_bare_number_that_a_word_announces(finds: Callable[..., list[str]]) -> None:
    assert finds(PhoneRule(), "son portable : 6 12 34 56 78") == ["6 12 34 56 78"]


@pytest.mark.parametrize(
    "text",
    [
        "le 3018, le 3114, le 17 ou le 112",
        "12 000 abonnés, 1 234 567 vues, +12 000 000 de vues",
        "il y a 10, 20, 30, 40, 50 commentaires",
        "du 01/02/2024 au 05/03/2024, de 10h30 à 12h45",
        "budget de 1 990,00 €, 61 % négatifs, version 2.10.33",
        "contrat 000 233 91 08",
        "le live a planté après 00:42:17",
    ],
)
def test_leaves_short_numbers_quantities_and_dates(
    text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(PhoneRule(), text) == []
