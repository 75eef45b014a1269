"""Bank account numbers: IBAN of any country, and the French RIB."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, NamedTuple

from schwifty import registry

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

#: Everything that goes on like an IBAN after a country; the country then says how long it is.
_CANDIDATE: Final = re.compile(r"[a-z]{2} ?\d\d(?:[ .-]{0,2}[a-z0-9]){11,30}")
_RIB: Final = re.compile(
    r"\w+\b[^\d\n]{0,30}+(?P<number>\d{5}[ .-]?\d{5}[ .-]?[a-z0-9]{11}[ .-]?\d\d)(?!\w)"
)
_RIB_WORDS: Final = ("rib", "compte", "banque", "iban", "virement")
_LETTERS_AND_DIGITS: Final = re.compile(r"[a-z0-9]")


class Form(NamedTuple):
    """How long an account of a country is, and how it goes on after country and key."""

    length: int
    national: re.Pattern[str]


class IbanRule:
    """Masks account numbers, mistyped ones too: a wrong check digit still names the account."""

    kind = MaskKind.IBAN

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield what has the form of an account number of its country."""
        starts = (
            *_forms(),
            *(word for word in text.codes if word[0].isalpha() and word[:2] in _forms()),
        )
        for found in text.matches_at(starts, _CANDIDATE):
            end = _end_of_account(found.group())
            if end:
                yield Span(found.start(), found.start() + end)
        for found in text.matches_at(_RIB_WORDS, _RIB):
            yield Span(*found.span("number"))


def _end_of_account(candidate: str) -> int:
    """Return where an account ends in a text that starts like one, or 0."""
    places = [found.end() for found in _LETTERS_AND_DIGITS.finditer(candidate)]
    form = _forms()[candidate[:2]]
    if len(places) < form.length:
        return 0
    end = places[form.length - 1]
    account = "".join(_LETTERS_AND_DIGITS.findall(candidate[:end]))
    is_glued = candidate[end : end + 1].isalnum()
    return end if not is_glued and form.national.match(account[4:].upper()) else 0


@cache
def _forms() -> Mapping[str, Form]:
    """Return how accounts are written in each country, from the registry of SWIFT."""
    specs = {country: registry.get_iban_spec(country) for country in registry.get_countries()}
    return {country.lower(): Form(spec.iban_length, spec.regex) for country, spec in specs.items()}
