from collections.abc import Callable

import pytest

from knowledge.redaction.rules.link import LinkRule


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("vu sur https://www.lumen.fr/page?x=1.", "https://www.lumen.fr/page?x=1"),
        ("hxxps://lumen[.]fr/x renvoie ailleurs", "hxxps://lumen[.]fr/x"),
        ("www.lumen.fr est tombé", "www.lumen.fr"),
        ("studio-lumen.fr est tombé", "studio-lumen.fr"),
        ("bit.ly/3xYz circule", "bit.ly/3xYz"),
        ("linktr.ee/camille.r, dans sa bio", "linktr.ee/camille.r"),
        ("sur t.me/groupe_lumen depuis hier", "t.me/groupe_lumen"),
        ("facebook.com/lumenstudio", "facebook.com/lumenstudio"),
        (
            "https://www.facebook.com/groups/123/permalink/789",
            "https://www.facebook.com/groups/123/permalink/789",
        ),
        ("[notre page](https://lumen.fr/a_(b)) et la suite", "https://lumen.fr/a_(b)"),
        ("<https://lumen.fr/promo|notre promo>", "https://lumen.fr/promo"),
        ("lumen[.]fr et rien d'autre", "lumen[.]fr"),
        ("allez voir lumen point fr", "lumen point fr"),
        ("le site lumen . fr", "lumen . fr"),
        ("https : // lumen . fr / page", "https : // lumen . fr / page"),
        ("http\ufeffs:\u200b//lu\u200cmen.fr/auth", "http\ufeffs:\u200b//lu\u200cmen.fr/auth"),
    ],
)
def test_finds_addresses_of_pages(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(LinkRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "sur Facebook.com, Booking.com et jeuxvideo.com",
        "voir https://help.instagram.com/149494825257596 pour signaler",
        "https://www.service-public.fr/particuliers/vosdroits/F32239",
        "fichier.pdf, image.png, script.js, tableau.xlsx",
        "fini.Je reprends demain.Et voilà, etc.",
        "faire le point com demain, point final",
        "version 2.3.1, 10.5 %, 24/7, avant/après, 6 Mb/s",
        "M. Dupont, Mme. Martin, p.ex. ou c.-à-d.",
        "l'adresse 192.0.2.14",
    ],
)
def test_leaves_public_pages_files_and_typing_slips(
    text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(LinkRule(), text) == []
