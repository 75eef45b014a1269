from collections.abc import Callable

import pytest

from knowledge.redaction.rules.email import EmailRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("écrivez à camille.r@lumen.fr demain", "camille.r@lumen.fr"),
        ("mail : Camille.R@LUMEN.CO.UK.", "Camille.R@LUMEN.CO.UK"),
        ("c.r+pub@sub.lumen.fr", "c.r+pub@sub.lumen.fr"),
        ("elle l'a reçu sur camille@lumen, sans la fin", "camille@lumen"),
        ("camille.r@... coupé exprès", "camille.r@..."),
        ("?to=camille%40lumen.fr", "camille%40lumen.fr"),
        (
            "<mailto:camille@lumen.fr|camille@lumen.fr>",
            "<mailto:camille@lumen.fr|camille@lumen.fr>",
        ),
        ("[écrire](mailto:camille@lumen.fr)", "mailto:camille@lumen.fr"),
        ("camille . r @ lumen . fr svp", "camille . r @ lumen . fr"),
        ("c a m i l l e @ lumen . fr", "c a m i l l e @ lumen . fr"),
        ("camille(at)lumen(dot)fr", "camille(at)lumen(dot)fr"),
        ("camille [at] lumen [dot] fr", "camille [at] lumen [dot] fr"),
        ("camille AT lumen DOT fr", "camille AT lumen DOT fr"),
        ("camille point r arobase gmail point com", "camille point r arobase gmail point com"),
        (
            "camille tiret bas r arobase lumen point fr",
            "camille tiret bas r arobase lumen point fr",
        ),
        ("camille arobase lumen.fr, son mail", "camille arobase lumen.fr"),
        ("camille(point)r(arobase)lumen(point)fr", "camille(point)r(arobase)lumen(point)fr"),
        ("camille_r chez hotmail point fr", "camille_r chez hotmail point fr"),
        ("camille dot r at lumen dot co dot uk", "camille dot r at lumen dot co dot uk"),
        ("ｃａｍｉｌｌｅ＠ｌｕｍｅｎ．ｆｒ", "ｃａｍｉｌｌｅ＠ｌｕｍｅｎ．ｆｒ"),
        ("cam\u200bille\ufeff@lu\u200cmen.fr", "cam\u200bille\ufeff@lu\u200cmen.fr"),
    ],
)
def test_finds_addresses_however_disguised(
    text: str, found: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(EmailRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "@camille a répondu, sa fille @enzo.r aussi",
        "look at gmail.com for help",
        "on se voit chez moi point final",
        "je suis chez orange depuis deux ans",
        "rendez-vous à 15h @ la gare",
        "faire le point presse à 16h30. Merci d'avance",
        "j'arobase tout le monde, point",
    ],
)
def test_leaves_mentions_and_sentences(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(EmailRule(), text) == []


def test_leaves_the_sentence_before_and_after(finds: Callable[..., list[str]]) -> None:
    text = "C'est fini. camille@lumen.fr. Merci de ne pas écrire à camille @ lumen . fr . Merci"
    assert finds(EmailRule(), text) == ["camille@lumen.fr", "camille @ lumen . fr"]
