"""British and American postal addresses, from the number to the postcode."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_WAY: Final = (
    r"(?:Street|St|Road|Rd|Lane|Ln|Rise|Avenue|Ave|Close|Drive|Dr|Way|Court|Ct|Crescent|Terrace"
    r"|Gardens?|Square|Place|Pl|Grove|Hill|Row|Walk|Mews|Parade|Yard|Green|Park|View|Boulevard"
    r"|Blvd|Cres|Gdns|Sq|Ter|Pde|Pkwy|Hwy|Wharf|Quay|Circle|Parkway|Highway|Heights|Loop|Trail|Alley|Esplanade|Bridge|Gate)"
)
_WAY_WORD: Final = re.compile(rf"{_WAY.lower()}$")
_LONGEST_STREET: Final = 160
_NAME: Final = r"(?:[A-Z][\w'-]{0,30}+|[Tt]he|of|on)"
_INDOORS: Final = r"(?:[Ff]lat|[Aa]partment|[Aa]pt\.?|[Uu]nit|[Ss]uite|[Rr]oom)"
_FLAT: Final = rf"{_INDOORS} ?[\w-]{{1,6}}"
#: « Flat 3, 48 Quarry Lane », and « Unit 7, Foundry Way », whose number is the unit's.
_FLAT_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_FLAT},? |{_INDOORS} )$")
_LONGEST_FLAT: Final = 24
_CODE: Final = r"(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]{2},? \d{5}(?:-\d{4})?)"
_STREET: Final = re.compile(
    r"\d(?<![\w.,/€$£].)\d{0,4}[A-Za-z]?(?:-\d{1,4})?,? "
    rf"(?:{_NAME} ){{1,4}}{_WAY}(?!\w)\.?"
    rf"(?:,? {_FLAT})?"
    rf"(?:(?:,? (?:{_NAME} ?){{1,4}}){{0,2}}?,? {_CODE}(?!\w)|, {_NAME}(?: {_NAME})?)?"
)
#: Typed without capitals, an address is known by its postcode only.
_LOWER: Final = re.compile(
    rf"\d(?<![\w.,/].)\d{{0,3}}[a-z]? (?:[a-z'-]{{2,20}} ){{1,3}}{_WAY.lower()}(?!\w)"
    r"(?:,? [a-z'-]{2,20}){0,3},? [a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}(?!\w)"
)
_POSTCODE: Final = re.compile(r"[A-Z](?<![\w-].)[A-Z]?\d[A-Z\d]? \d[A-Z]{2}(?![\w-])")


class EnglishAddressRule:
    """Masks addresses written in English."""

    kind = MaskKind.ADDRESS

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield streets with a number, and postcodes."""
        ways = list(text.places_of(word for word in text.places if _WAY_WORD.match(word)))
        for found in text.matches_near(ways, _STREET, reach=_LONGEST_STREET, cased=True):
            start = max(0, found.start() - _LONGEST_FLAT)
            flat = _FLAT_BEFORE.search(text.text[start : found.start()])
            yield Span(start + flat.start() if flat else found.start(), found.end())
        for found in text.matches_near(ways, _LOWER, reach=_LONGEST_STREET):
            yield Span(*found.span())
        for found in _POSTCODE.finditer(text.text):
            yield Span(*found.span())
