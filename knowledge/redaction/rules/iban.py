"""Bank account numbers: IBAN of any country, and the French RIB."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from schwifty import registry

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

#: Everything that starts like an IBAN; its country then says how long it is.
_CANDIDATE: Final = re.compile(r"(?<![a-z0-9])(?=([a-z]{2}[ ]?\d\d(?:[ .-]{0,2}[a-z0-9]){11,30}))")
_RIB: Final = re.compile(
    r"(?<!\w)(?:rib|compte|banque|iban)\b[^\d\n]{0,30}+"
    r"(?P<number>\d{5}[ .-]?\d{5}[ .-]?[a-z0-9]{11}[ .-]?\d\d)(?!\w)"
)
_ALNUM: Final = re.compile(r"[a-z0-9]")


class IbanRule:
    """Masks account numbers, mistyped ones too: a wrong check digit still names the account."""

    kind = MaskKind.IBAN

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield what has the form of an account number of its country."""
        for found in _CANDIDATE.finditer(text.lower):
            end = _end_of_account(found[1])
            if end:
                yield Span(found.start(), found.start() + end)
        for found in _RIB.finditer(text.lower):
            yield Span(*found.span("number"))


def _end_of_account(candidate: str) -> int:
    """Return where an account ends in a text that starts like one, or 0."""
    length = _lengths().get(candidate[:2])
    places = [found.end() for found in _ALNUM.finditer(candidate)]
    if length is None or len(places) < length:
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
