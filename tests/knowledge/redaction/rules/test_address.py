from collections.abc import Callable

import pytest

from knowledge.redaction.rules.address import AddressRule


@pytest.mark.parametrize(
    "address",
    [
        "12 rue des Lilas, 69003 Lyon",
        "12 bis, avenue du Général-de-Gaulle 75014 Paris",
        "8 bd Victor Hugo 06000 Nice",
        "15, place de la République, 35000 Rennes",
        "3 allée du 8 mai 1945",
        "4 chemin du Moulin-Vert - 38000 Grenoble",
        "7, venelle aux Chats, 14000 Caen",
        "11 sente des Vignes 78000 Versailles",
        "27 avenue Gaston-Morlaix à Angers",
        "6 montée des Chapeliers, 69005 Lyon cedex 05",
        "12 rue victor hugo 69003 lyon",
        "24 rue de la paix",
        "impasse des Tilleuls, 44000 Nantes",
        "rue des Tilleuls",
        "Résidence Les Pins, bât. B, appt 12, 5 allée des Roses, 13008 Marseille",
        "lieu-dit Kervihan, 29120 Pont-l'Abbé",
        "zone artisanale des Prés, 35400 Saint-Malo",
        "route de Cayenne, kilomètre 12, 97300 Cayenne",
        "BP 412, 69003 Lyon",
        "38240 Meylan",
        "75011 paris",
        "rue Neuve 12, 1000 Bruxelles",
        "9 rue Pasteur, 2e étage, 59100 Roubaix",
        "ZA des Sorbiers, bâtiment C, 85170 Bellevigny",
        "1180, boul. des Érables, app. 4, Trois-Rivières (Québec) G8Z 3X7",
    ],
)
def test_finds_addresses_from_number_to_town(address: str, finds: Callable[..., list[str]]) -> None:
    assert finds(AddressRule(), f"ils ont publié {address}, en clair") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "à Nantes, Marseille et Bordeaux",
        "3 places, 2 cours de yoga, 1 mail, 4 ports",
        "10000 Abonnés, 75000 vues, 12000 €",
        "au lieu de Paris, une place de choix",
        "menacé d'aller chez un autre. Il a posté hier",
        "la rue gronde, le chemin est long",
    ],
)
def test_leaves_towns_and_other_meanings(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(AddressRule(), text) == []


def test_leaves_the_sentence_before(finds: Callable[..., list[str]]) -> None:
    text = "aller chez un autre. Il a posté 3 bis impasse du Lavoir-Rouge, 31400 Toulouse ici"
    assert finds(AddressRule(), text) == ["3 bis impasse du Lavoir-Rouge, 31400 Toulouse"]
