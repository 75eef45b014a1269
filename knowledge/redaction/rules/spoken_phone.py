"""Telephone numbers in words, or half in words: « zéro six, trente-neuf, 98… »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_TENS: Final = (
    "vingts|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante"
    "|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_TEENS: Final = "dix|onze|douze|treize|quatorze|quinze|seize|ten|eleven|twelve"
_UNITS: Final = (
    "zero|une|un|deux|trois|quatre|cinq|six|sept|huit|neuf"
    "|oh|nought|one|two|three|four|five|seven|eight|nine"
)
_WORD: Final = re.compile(
    rf"(?P<tens>{_TENS})|(?P<teens>{_TEENS})|(?P<units>{_UNITS})|(?P<times>double|triple|hundred)"
    r"|(?P<digits>\d{1,4})"
)
_ANY: Final = rf"(?:{_TENS}|{_TEENS}|{_UNITS}|double|triple|hundred|\d{{1,4}})"
_RUN: Final = re.compile(
    r"(?:plus ?(?:trente[ -]trois|thirty[ -]three|four four|quarante[ -]quatre|33|44)"
    r"|zero|oh|nought|0\d?)"
    rf"(?:(?:[ ,/-]|\.(?! \d)){{1,3}}(?:(?:et|and|puis)[ -])?{_ANY}(?!\w)){{4,16}}+"
)
_FIRST_WORDS: Final = (
    "zero",
    "oh",
    "nought",
    "plus",
    "0",
    *(f"0{digit}" for digit in range(1, 10)),
)
_NUMBER_WORDS: Final = frozenset(f"{_TENS}|{_TEENS}|{_UNITS}".split("|"))
_FEWEST_DIGITS: Final = 8
_FEWEST_WORDS: Final = 2


class SpokenPhoneRule:
    """Masks telephone numbers said in words, in French and English."""

    kind = MaskKind.PHONE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield runs of number words that start as a telephone number does."""
        if _NUMBER_WORDS.isdisjoint(text.places):
            return
        for found in text.matches_at(_FIRST_WORDS, _RUN):
            words = list(_WORD.finditer(found.group()))
            in_letters = sum(not word["digits"] for word in words)
            if in_letters >= _FEWEST_WORDS and _count_digits(words) >= _FEWEST_DIGITS:
                yield Span(*found.span())


def _count_digits(words: list[re.Match[str]]) -> int:
    """Count the digits of number words; « quatre-vingt-dix-huit » and « 98 » both have two."""
    digits, inside_tens = 0, False
    for word in words:
        if word["digits"]:
            digits += len(word["digits"])
        elif word["tens"] or word["teens"]:
            digits += 0 if inside_tens else 2
        elif word["units"]:
            digits += 0 if inside_tens and word.group() != "zero" else 1
        else:
            digits += 1
        inside_tens = bool(word["tens"]) or (inside_tens and word.group() == "dix")
    return digits
