from collections.abc import Callable

import pytest

from knowledge.redaction.rules.domain import DomainRule


@pytest.mark.parametrize(
    "address",
    [
        "www.lumen.fr",
        "studio-lumen.fr",
        "lumen.fr/promo?x=1",
        "bit.ly/3xYz",
        "linktr.ee/camille.r",
        "t.me/groupe_lumen",
        "facebook.com/lumenstudio",
        "lumen[.]fr",
        "lumen point fr",
        "www point lumen point com",
        "www point lumen tiret photo point fr",
        "lumen . fr",
    ],
)
def test_finds_addresses_without_a_scheme(address: str, finds: Callable[..., list[str]]) -> None:
    assert finds(DomainRule(), f"le site {address}, hélas") == [address]


@pytest.mark.parametrize(
    "text",
    [
        "sur Facebook.com, Booking.com et jeuxvideo.com",
        "facebook.com/help et business.facebook.com",
        "fichier.pdf, image.png, script.js, tableau.xlsx",
        "fini.Je reprends demain.Et voilà, etc.",
        "faire le point com demain, point final",
        "version 2.3.1, 10.5 %, 24/7, avant/après, 6 Mb/s",
        "M. Dupont, Mme. Martin, p.ex. ou c.-à-d.",
        "l'adresse 192.0.2.14, ou 192.0.2.xxx",
        "zoe.r@lumen.fr",
    ],
)
def test_leaves_public_pages_files_and_typing_slips(
    text: str, finds: Callable[..., list[str]]
) -> None:
    assert finds(DomainRule(), text) == []
