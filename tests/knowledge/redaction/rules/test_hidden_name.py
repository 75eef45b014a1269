from collections.abc import Callable

import pytest

from knowledge.redaction.rules.hidden_name import HiddenNameRule


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Kroustine", "Kroustine"),
        ("Kroustine", "KROUSTINE"),
        ("Kroustine", "kroustines"),
        ("Kroustine", "K.r.o.u.s.t.i.n.e"),
        ("Kroustine", "k r o u s t i n e"),
        ("Kroustine", "Kroustinne"),
        ("Kroustine", "Croustine"),
        ("Kroustine", "Kr0ust1ne"),
        ("Kroustine", "Kr**stine"),
        ("Kroustine", "Кгоustine"),
        ("Kroustine", "𝐊𝐫𝐨𝐮𝐬𝐭𝐢𝐧𝐞"),
        ("Kroustine", "ᴋʀᴏᴜꜱᴛɪɴᴇ"),
        ("Kroustine", "Krou\u200bstine"),
        ("Vélorize", "velorize"),
        ("Aqua-Ludik", "AquaLudik"),
        ("Aqua-Ludik", "aqua ludik"),
        ("Plume & Galet", "Plume et Galet"),
        ("Plume & Galet", "plume&galet"),
        ("Plume & Galet", "P&G"),
        ("Agence Trombille", "Trombille"),
        ("Octavine Cosmétique", "Octavine Cosmétiques"),
        ("Octavine Cosmétique", "octavine"),
        ("Ville de Montcerf", "ville de montcerf"),
        ("Fromagerie du Pas d'Aubrelle", "Pas-d'Aubrelle"),
        ("La Cabane aux Jeux", "cabane aux jeux"),
        ("La Cabane aux Jeux", "LCAJ"),
        ("Terre-Mère Paysages", "TMP"),
        ("Terre-Mère Paysages", "Terre Mère"),
        ("Les Petits Pas", "les petits pas"),
        ("Saint-Éloi Jouets", "st eloi jouets"),
        ("SEV", "Société des Eaux du Vallon"),
        ("Savonnerie Kroustine", "savonerie kroustine"),
        ("Les Nuits du Port", "nuits du port"),
        ("Librairie Quatre Saules", "librairie 4 saules"),
        ("Maison Perle d'Eau", "perle deau"),
        ("Éclat", "Éclat"),
        ("Julie Castagnier", "castagnier"),
    ],
)
def test_finds_a_name_however_written(
    name: str, written: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(HiddenNameRule([name]), f"Hier, {written}, encore") == [written]


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Kroustine", "#BoycottKroustine #kroustinegate", ["Kroustine", "kroustine"]),
        ("Kroustine", "anti-Kroustine, l'équipe de Kroustine's", ["Kroustine", "Kroustine's"]),
        ("Arti", "#boycottarti", ["arti"]),
    ],
)
def test_finds_a_name_inside_words(
    name: str, text: str, found: list[str], finds: Callable[..., list[str]]
) -> None:
    assert finds(HiddenNameRule([name]), text) == found


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Arti", "Les articles en 3 parties, les artisans, un artiste"),
        ("Les Petits Pas", "J'avance à petits pas avec lui"),
        ("Marin & Fils", "Un bleu marine, le fils du patron, un marin"),
        ("Kroustine", "Le croustillant, la croûte, la routine"),
        ("Terre-Mère Paysages", "Les paysages de la terre mère"),
        ("Éclat", "Un éclat de rire"),
        ("Constance Ravel", "Avec de la constance"),
        ("Banque Corvin", "La banque a fermé"),
        ("X", "Sur X et Twitter"),
        ("  ", "Rien à cacher"),
    ],
)
def test_leaves_the_words_that_a_name_is_made_of(
    name: str, text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(HiddenNameRule([name]), text) == []


def test_reads_small_letters_as_a_name_where_nobody_uses_capitals(
    finds: Callable[..., list[str]],
) -> None:
    text = "chez éclat on me dit de poster.\non attend un éclat de rire"
    assert finds(HiddenNameRule(["Éclat"]), text) == ["éclat"]
