"""Payment cards: the number, its end, the security code."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum import luhn

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_NUMBER: Final = re.compile(
    r"[2-6](?<![\w.,-].)(?:(?P<fours>\d{3}(?:[ .\t_-]{1,3}\d{4}){3}(?:[ .-]?\d{1,3})?)"
    r"|(?<=3)[47]\d\d[ .-]?\d{6}[ .-]?\d{5}|(?<=3)[0689]\d\d[ .-]?\d{6}[ .-]?\d{4}"
    r"|\d{12,18}|(?:[ .-]?\d){15})(?!\w)"
)
_PARTLY_HIDDEN: Final = re.compile(
    r"[2-6x*•](?<![\w*].)(?:(?<=\d)\d{3}|(?<=\D)[x*•]{3})"
    r"(?:[ -]?(?:[x*•]{4}|\d{4})){2}[ -]?\d{4}(?!\w)"
)
_ENDING: Final = re.compile(
    r"\w+[^\d\n]{0,30}?(?:finissant|terminant|termine|finit"
    r"|finissent|ending|ends)(?: par| en| in| with)? (?P<end>\d{4})(?!\d)"
)
_CARD_WORDS: Final = ("carte", "cb", "visa", "mastercard", "card")
_CODE_WORDS: Final = ("cvv", "cvv2", "cvc", "cvc2", "cryptogramme", "security")
_SECURITY_CODE: Final = re.compile(
    r"(?:cvv2?|cvc2?|cryptogramme|security code)[^\d\n]{0,15}"
    r"(?P<end>\d{3,4})(?!\d)"
)


class CardRule:
    """Masks payment card numbers; the usual four groups need no valid check digit."""

    kind = MaskKind.CARD

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield numbers whole, half hidden, or given by their end."""
        for found in _NUMBER.finditer(text.lower):
            if found["fours"] or luhn.is_valid("".join(filter(str.isdigit, found.group()))):
                yield Span(*found.span())
        for found in _PARTLY_HIDDEN.finditer(text.lower):
            yield Span(*found.span())
        for triggers, pattern in ((_CARD_WORDS, _ENDING), (_CODE_WORDS, _SECURITY_CODE)):
            for found in text.matches_at(triggers, pattern):
                yield Span(*found.span("end"))
