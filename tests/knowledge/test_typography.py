"""Typography: each rule of the printer, and what it must not touch."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.typography import english, french

_TRICKY = st.text(alphabet="aé1 '\"«»“”’;:!?.…,()[]%€\u00a0\u202f\n`*_-|&/<")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("l'eau, c'est bon", "l’eau, c’est bon"),
        ("aujourd'hui l'**heure** et l'`id`", "aujourd’hui l’**heure** et l’`id`"),
        ("Vraiment ? Oui ! Non ; si", "Vraiment\u202f? Oui\u202f! Non\u202f; si"),
        ("Vraiment? Oui! Non; si", "Vraiment\u202f? Oui\u202f! Non\u202f; si"),
        ("Quoi ?! (?)", "Quoi\u202f?! (?)"),
        ("trois mots : un", "trois mots\u00a0: un"),
        ("**Délai** : un", "**Délai**\u00a0: un"),
        ("« ici »", "«\u00a0ici\u00a0»"),
        ("«ici»", "«\u00a0ici\u00a0»"),
        ('il dit "oui" !', "il dit «\u00a0oui\u00a0»\u202f!"),
        ("attendez...", "attendez…"),
        ("12 000 € et 50%", "12\u202f000\u00a0€ et 50\u00a0%"),
    ],
)
def test_french_prose_is_typeset(typed: str, printed: str) -> None:
    assert french(typed) == printed


@pytest.mark.parametrize(
    "text",
    [
        "à 18:30",
        "std::sort",
        "https://example.org/a?b=c;d!e",
        "[ici](https://example.org/?x=l'eau)",
        "`a ? b : c`",
        "```\nif x: y ; z\n```",
        "| a | b |\n|:---|---:|",
        ":sourire: ça va",
        "a &amp; b",
        "en 2019 300 personnes",
        "![image](a.png)",
    ],
)
def test_what_is_not_prose_stays_as_it_is(text: str) -> None:
    assert french(text) == text


@given(_TRICKY)
def test_french_twice_is_french_once(text: str) -> None:
    assert french(french(text)) == french(text)


@given(_TRICKY)
def test_english_twice_is_english_once(text: str) -> None:
    assert english(english(text)) == english(text)


def test_english_gets_curly_quotes_and_no_french_spaces() -> None:
    typed = "It's \"great\", said 'Bob'! The users' page... (\"yes\")"
    assert english(typed) == "It’s “great”, said ‘Bob’! The users’ page… (“yes”)"
