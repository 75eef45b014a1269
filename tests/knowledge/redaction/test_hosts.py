import pytest

from knowledge.redaction.hosts import is_domain, is_public


@pytest.mark.parametrize(
    ("host", "sure", "verdict"),
    [
        ("lumen.fr", False, True),
        ("studio-lumen.me", False, True),
        ("lumen.studio", True, True),
        ("www.lumen.la", True, True),
        ("fini.je", False, False),
        ("fini.la", False, False),
        ("fichier.pdf", True, False),
        ("192.0.2.xxx", True, False),
        ("v2.brouillon", False, False),
    ],
)
def test_a_domain_is_told_from_a_word_with_a_dot(host: str, sure: bool, verdict: bool) -> None:
    assert is_domain(host, sure=sure) is verdict


@pytest.mark.parametrize(
    ("host", "path", "verdict"),
    [
        ("facebook.com", "", True),
        ("www.facebook.com", "/", True),
        ("facebook.com", "/lumen", False),
        ("facebook.com", "/help/123", True),
        ("help.instagram.com", "/149494825257596", True),
        ("signal.conso.gouv.fr", "/fr", True),
        ("lumen.fr", "", False),
        ("notfacebook.com", "", False),
        ("archive.org", "", True),
        ("x." * 1000 + "facebook.com", "", True),
    ],
)
def test_a_public_page_is_told_from_somebody_s(host: str, path: str, verdict: bool) -> None:
    assert is_public(host, path) is verdict
