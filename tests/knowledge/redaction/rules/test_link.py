from collections.abc import Callable

import pytest

from knowledge.redaction.rules.link import LinkRule


@pytest.mark.parametrize(
    "link",
    [
        "https://www.lumen.fr/page?x=1&mail=zoe@lumen.fr",
        "hxxps://lumen[.]fr/x",
        "https://www.facebook.com/groups/123/permalink/789",
        "https://lumen.fr/a_(b)",
        "https : // lumen . fr / page",
        "http\ufeffs:\u200b//lu\u200cmen.fr/auth",
        "http://192.0.2.14:8080/admin",
    ],
)
def test_finds_addresses_with_a_scheme(link: str, finds: Callable[..., list[str]]) -> None:
    assert finds(LinkRule(), f"vu sur {link}, hélas") == [link]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[notre page](https://lumen.fr/promo) et la suite", "https://lumen.fr/promo"),
        ("<https://lumen.fr/promo|notre promo>", "https://lumen.fr/promo"),
        ("(https://lumen.fr/promo).Merci", "https://lumen.fr/promo"),
    ],
)
def test_leaves_the_markup_around(text: str, found: str, finds: Callable[..., list[str]]) -> None:
    assert finds(LinkRule(), text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "https://help.instagram.com/149494825257596 pour signaler",
        "https://www.service-public.fr/particuliers/vosdroits/F32239",
        "https://www.facebook.com/hacked",
        "le https de la page, http ou ftp",
    ],
)
def test_leaves_public_help(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(LinkRule(), text) == []
