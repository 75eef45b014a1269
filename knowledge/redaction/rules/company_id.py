"""Numbers of companies: SIRET, SIREN, VAT, and the registers of neighbouring countries."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.fr import siren, siret

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_GAP: Final = r"[ .\t_-]?"
_SIRET: Final = re.compile(rf"\d(?<![\w.,].)\d\d(?:{_GAP}\d{{3}}){{2}}{_GAP}\d{{5}}(?!\w)")
_SIREN: Final = re.compile(rf"\d(?<![\w.,].)\d\d(?:{_GAP}\d{{3}}){{2}}(?!\w| ?\d)")
_ANNOUNCED: Final = re.compile(
    r"(?<!\w)(?:siret|siren|rcs|immatricul\w{0,6}|n(?:°|o|umero)? ?(?:de )?tva|bce|kbis|duns|ein"
    r"|company (?:number|no\.?|registration)|registered (?:number|no\.?)|charity (?:number|no\.?))"
    r"[^\d\n]{0,40}?(?P<number>(?:[a-z]{2} ?)?\d(?:[ .-]?\d){6,16})(?!\w)"
)
_VAT: Final = re.compile(
    r"(?<!\w)(?:fr ?[0-9a-hj-np-z]{2}(?:[ .]?\d{3}){3}|be ?0?(?:[ .]?\d{3}){3}|lu ?\d{8}"
    r"|(?:gb|de|pl) ?\d{3}[ .]?\d{3,4}[ .]?\d{2,3}|it ?\d{11}|es ?[a-z]?\d{7,8}[a-z]?"
    r"|che[ -]?\d{3}\.?\d{3}\.?\d{3}|atu ?\d{8}|nl ?\d{9}b\d\d)(?!\w)"
)
_ASSOCIATION: Final = re.compile(r"(?<!\w)w\d{9}(?!\w)")


class CompanyIdRule:
    """Masks company numbers: by their check digit, or because a word announces them."""

    kind = MaskKind.COMPANY_ID

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the numbers; a bare SIREN needs its word (nine digits may be anything)."""
        lower = text.lower
        for found in _SIRET.finditer(lower):
            if siret.is_valid(_digits(found.group())) or _is_announced(lower, found.start()):
                yield Span(*found.span())
        for found in _SIREN.finditer(lower):
            if siren.is_valid(_digits(found.group())) and _has_gaps(found.group()):
                yield Span(*found.span())
        for found in _ANNOUNCED.finditer(lower):
            yield Span(*found.span("number"))
        for pattern in (_VAT, _ASSOCIATION):
            for found in pattern.finditer(lower):
                yield Span(*found.span())


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, written))


def _has_gaps(written: str) -> bool:
    """Say whether the number is written as company numbers are, three by three."""
    return not written.isdigit() and not written.endswith("000")


def _is_announced(lower: str, at: int) -> bool:
    return "sire" in lower[max(0, at - 30) : at]
