from collections.abc import Callable

import pytest

from knowledge.redaction.rules.ticket import TicketRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ticket #48213", "#48213"),
        ("ticket ZD-99812", "ZD-99812"),
        ("commande n°4521-88", "4521-88"),
        ("ma commande 45218 jamais reçue", "45218"),
        ("commande 2024-0099812", "2024-0099812"),
        ("réf : AB-123-X", "AB-123-X"),
        ("dossier réf. K7PWX2", "K7PWX2"),
        ("PNR XKQJPL", "XKQJPL"),
        ("contrat 000 233 91 08", "000 233 91 08"),
        ("numéro de suivi 8R 4471 9023 55", "8R 4471 9023 55"),
        ("numéro de client : 88 12 44 19", "88 12 44 19"),
        ("n° de dossier 24/08871", "24/08871"),
        ("le n° SAV 2209-41 surligné", "2209-41"),
        ("dossier médical 77-2210-B", "77-2210-B"),
        ("order number AB12345", "AB12345"),
        ("HELP-3307 ouvert", "HELP-3307"),
        ("INC0048821 en cours", "INC0048821"),
        ("dossier RC 88213 clos", "RC 88213"),
        ("relance n°R-77", "R-77"),
        ("member no. MB-550-9183", "MB-550-9183"),
        ("1Z999AA10123456784", "1Z999AA10123456784"),
        ("1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed", "1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4bed"),
    ],
)
def test_finds_numbers_of_files_and_parcels(
    text: str, found: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(TicketRule(), text) == [found]


def test_finds_the_next_number_of_the_same_form(finds: Callable[..., list[str]]) -> None:
    text = "factures n° 2024/117 à 2024/119, et 300 autres"
    assert finds(TicketRule(), text) == ["2024/117", "2024/119"]


@pytest.mark.parametrize(
    "text",
    [
        "dossier 2024, dossier de 12 pages, dossier n° 12",
        "une commande de 1250 euros, facture 1 250 €, contrat 48 heures",
        "2 100 commandes annulées, ticket 3",
        "#2024 #1 #badbuzz2024 #onattend",
        "COVID-19, ISO-9001, GPT-4, UTF-8, H1N1",
        "le lot 2231, l'article 1240, la page 12",
        "le client revient pour la 4e fois",
        "la loi n° 2004-575, le dossier de 88213 lignes",
    ],
)
def test_leaves_counts_years_and_norms(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(TicketRule(), text) == []
