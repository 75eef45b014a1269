"""Bank account numbers: IBAN of any country, and the French RIB."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from schwifty import registry

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

#: Everything that goes on like an IBAN after a country; the country then says how long it is.
_CANDIDATE: Final = re.compile(r"[a-z]{2} ?\d\d(?:[ .-]{0,2}[a-z0-9]){11,30}")
_RIB: Final = re.compile(
    r"\w+\b[^\d\n]{0,30}+(?P<number>\d{5}[ .-]?\d{5}[ .-]?[a-z0-9]{11}[ .-]?\d\d)(?!\w)"
)
_RIB_WORDS: Final = ("rib", "compte", "banque", "iban", "virement")
_LETTERS_AND_DIGITS: Final = re.compile(r"[a-z0-9]")


class IbanRule:
    """Masks account numbers, mistyped ones too: a wrong check digit still names the account."""

    kind = MaskKind.IBAN

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield what has the form of an account number of its country."""
        starts = (*_lengths(), *(word for word in text.codes if word[:2] in _lengths()))
        for found in text.matches_at(starts, _CANDIDATE):
            end = _end_of_account(found.group())
            if end:
                yield Span(found.start(), found.start() + end)
        for found in text.matches_at(_RIB_WORDS, _RIB):
            yield Span(*found.span("number"))


def _end_of_account(candidate: str) -> int:
    """Return where an account ends in a text that starts like one, or 0."""
    length = _lengths()[candidate[:2]]
    places = [found.end() for found in _LETTERS_AND_DIGITS.finditer(candidate)]
    if len(places) < length:
        return 0
    end = places[length - 1]
    digits = sum(map(str.isdigit, candidate[:end]))
    glued = candidate[end : end + 1].isalnum()
    return end if 2 * digits > length and not glued else 0


@cache
def _lengths() -> dict[str, int]:
    """Return how many characters an IBAN has, by country, from the registry of SWIFT."""
    return {
        country.lower(): registry.get_iban_spec(country).iban_length
        for country in registry.get_countries()
    }
