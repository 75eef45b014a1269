from collections.abc import Callable

import pytest

from knowledge.redaction.rules.spoken_phone import SpokenPhoneRule


@pytest.mark.parametrize(
    "number",
    [
        "zéro six douze trente-quatre cinquante-six soixante-dix-huit",
        "zero six, douze, trente-quatre, cinquante six, soixante et onze",
        "zero six 12 trente quatre 56 78",
        "06 trente-neuf 98 douze 61",
        "plus trente-trois six douze trente-quatre cinquante-six quatre-vingt-dix",
        "oh seven seven double oh nine double oh one four two",
        "zero seven seven zero zero nine hundred one four two",
    ],
)
def test_finds_numbers_said_in_words(number: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SpokenPhoneRule(), f"son numéro, {number} voilà") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "deux ou trois, quatre, cinq, six, sept, huit, neuf, dix messages",
        "zéro commentaire, six partages",
        "j'en ai compté zéro, un, deux",
        "one two three four five six seven eight nine ten",
        "plus vingt trois pour cent",
    ],
)
def test_leaves_numbers_that_count(text: str, finds: Callable[..., list[str]]) -> None:
    assert finds(SpokenPhoneRule(), text) == []


def test_leaves_the_number_of_the_next_sentence(finds: Callable[..., list[str]]) -> None:
    number = "zéro six trente-neuf quatre-vingt-dix-huit douze soixante"
    assert finds(SpokenPhoneRule(), f"{number}. 45 minutes en ligne") == [number]
