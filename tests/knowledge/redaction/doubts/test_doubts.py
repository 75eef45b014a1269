from collections.abc import Callable

import pytest

from knowledge.redaction.doubts.capital import CapitalDoubt
from knowledge.redaction.doubts.number import NumberDoubt
from knowledge.redaction.doubts.ordinary_name import OrdinaryNameDoubt
from knowledge.redaction.doubts.place import PlaceDoubt
from knowledge.redaction.doubts.quote import QuoteDoubt
from knowledge.redaction.doubts.role_and_city import RoleAndCityDoubt
from knowledge.redaction.model import Doubt


@pytest.mark.parametrize(
    ("doubt", "text", "found"),
    [
        (CapitalDoubt(), "chez Pizza Farandole, à Kervihan", ["Pizza Farandole", "Kervihan"]),
        (CapitalDoubt(), "avec Vitabulle-Zorvane Kestel", ["Vitabulle-Zorvane Kestel"]),
        (CapitalDoubt(), "Vitabulle se tait. Nantes, Facebook, la CNIL et Noël aussi", []),
        (NumberDoubt(), "le 4471902355 et 12 34 56", ["4471902355", "12 34 56"]),
        (NumberDoubt(), "1 234 567 vues, 3 000 000, 12/03/2024, 2024", []),
        (QuoteDoubt(), "il écrit « vous êtes nuls et je pars »", [" vous êtes nuls et je pars "]),
        (QuoteDoubt(), 'un "tiens bon" et un "merci à tous"', []),
        (
            PlaceDoubt(),
            "devant la gare de Kervihan, place de la Liberté",
            ["gare de Kervihan", "place de la Liberté"],
        ),
        (PlaceDoubt(), "la place de choix, en cours", []),
        (
            RoleAndCityDoubt(),
            "je suis directrice du musée des jouets de Nantes",
            ["directrice du musée des jouets de Nantes"],
        ),
        (RoleAndCityDoubt(), "la directrice est partie. À Nantes on rit", []),
        (OrdinaryNameDoubt(["Éclat"]), "un éclat de rire", ["éclat"]),
        (OrdinaryNameDoubt(["Kroustine"]), "une kroustine", []),
    ],
)
def test_doubts_show_what_may_identify(
    doubt: Doubt, text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(doubt, text) == found
