from collections.abc import Callable

import pytest

from knowledge.redaction.rules.birthday import BirthdayRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("né le 03/07/1984", "03/07/1984"),
        ("née le 3 juillet 1984", "3 juillet 1984"),
        ("née un 1er mai 1990", "1er mai 1990"),
        ("date de naissance : 03.07.84", "03.07.84"),
        ("date de naissance (07-11-2011)", "07-11-2011"),
        ("son anniversaire le 14 mars", "14 mars"),
        ("Elle a eu 18 ans le 2 mai 2024", "2 mai 2024"),
        ("le 29 février 1992, c'était sur la pancarte", "29 février 1992"),
        ("le 6 novembre 2013, c'est sa date de naissance", "6 novembre 2013"),
        ("born on July 3rd, 1984", "July 3rd, 1984"),
        ("DOB 1984-07-03", "1984-07-03"),
        ("le 12/09/1957", "12/09/1957"),
    ],
)
def test_finds_dates_of_birth(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(BirthdayRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "le 12/09/2023 à 14h",
        "du 3 au 17 août, réunion le 3 juillet 2024",
        "depuis 1984, en 2011, fin 2025",
        "le 15, à 16h30, 3/5 des votes",
        "la version 12.09.1 du 3 mars 2021",
        "la loi n° 2004-575 du 21 juin 2004, l'ordonnance du 2 février 1945",
    ],
)
def test_leaves_deadlines_and_years(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(BirthdayRule(), text) == []
