"""Who reads may be greeted; nobody else's name gets through by bearing the same one."""

import pytest

from knowledge.redaction import redact


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Nadia, j’ai besoin d’aide.",
        "Merci beaucoup Nadia !",
        "Nadia, vous êtes là ?",
        "nadia ?",
        "C’est noté.\nSalut Nadia",
        "Hi Nadia, I am lost.",
        "Bonjour Nadia B., je suis perdue",
    ],
)
def test_reader_is_greeted_by_name(text: str) -> None:
    assert redact(text, readers=["Nadia B."]).text == text
    assert "[nom]" in redact(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour Nadia Benali, ma collègue a tout vu.",
        "Ma collègue Nadia a publié.",
        "Nadia a publié la blague.",
        "Merci à vous.\nNadia",
        "Nadia",
        "Bonjour, je m’appelle Nadia.",
        "Bonjour Zoé, merci.",
    ],
)
def test_others_stay_masked(text: str) -> None:
    assert redact(text, readers=["Nadia"]).text == redact(text).text


def test_name_to_hide_is_hidden_even_from_who_bears_it() -> None:
    assert redact("Bonjour Nadia", ["Nadia"], readers=["Nadia"]).text == "Bonjour [nom masqué]"
