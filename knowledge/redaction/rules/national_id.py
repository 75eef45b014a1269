"""Numbers that the state gives to a person: social security, passport, identity card."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_SOCIAL_SECURITY: Final = re.compile(
    r"[12](?<![\w.,].) ?\d\d ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d\d|2[ab]) ?\d{3} ?\d{3}"
    r"(?: ?\d\d)?(?!\w)"
)
#: British National Insurance, in capitals: two letters, three pairs, one letter.
_BRITISH: Final = re.compile(r"[A-CEGHJ-PRSTW-Z]{2}(?<![\w-]..) ?\d\d ?\d\d ?\d\d ?[A-D](?!\w)")
_ANNOUNCED: Final = re.compile(
    r"(?:passeport|passport|carte d'identite|cni|titre de sejour|permis de conduire"
    r"|driving licen[cs]e|securite sociale|secu|ssn|social security|national insurance)"
    r"(?: (?:numero|number|no|n°))?[^\w\n]{0,4}(?:n°|no|numero|number)?[^\w\n]{0,3}"
    r"(?P<number>(?=[a-z]{0,4}\d)[a-z0-9](?:[ -]?[a-z0-9]{0,9}\d[a-z0-9]{0,9}){1,8})(?!\w)"
)
_WORDS: Final = (
    *("passeport", "passport", "carte", "cni", "titre", "permis", "driving", "securite", "secu"),
    *("ssn", "social", "national"),
)
_FEWEST_DIGITS: Final = 5


class NationalIdRule:
    """Masks identity numbers of persons."""

    kind = MaskKind.NATIONAL_ID

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield numbers by their form, or after the word that announces them."""
        for found in _SOCIAL_SECURITY.finditer(text.lower):
            yield Span(*found.span())
        for found in _BRITISH.finditer(text.text):
            yield Span(*found.span())
        for found in text.matches_at(_WORDS, _ANNOUNCED):
            if sum(map(str.isdigit, found["number"])) >= _FEWEST_DIGITS:
                yield Span(*found.span("number"))
