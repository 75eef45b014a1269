"""Numbers of companies: SIRET, SIREN, VAT, and the registers of neighbouring countries."""

import re
from collections.abc import Iterator
from typing import Final

from stdnum.fr import siren, siret

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import counts

_GAP: Final = r"[ .\t_-]?"
_SIRET_OR_SIREN: Final = re.compile(
    rf"\d(?<![\w.,].)\d\d(?:{_GAP}\d{{3}}){{2}}(?:(?P<office>{_GAP}\d{{5}})(?!\w)|(?!\w| ?\d))"
)
_ANNOUNCED: Final = re.compile(
    r"\w+(?: (?:number|no\.?|registration|de tva|tva|intracommunautaire))?"
    r"(?=[^\d\n]{0,43}+\d)[^\d\n]{0,40}?"
    r"(?P<number>(?:(?<![a-z])[a-z]{2} ?)?\d(?:[ .-]?\d){6,16})(?!\w)"
)
_WORDS: Final = ("siret", "siren", "rcs", "immatriculee", "immatricule", "immatriculation", "tva")
_OTHER_WORDS: Final = ("bce", "kbis", "duns", "ein", "vat", "company", "registered", "charity")
#: Numbers of value added tax, and of French associations.
_VAT: Final = re.compile(
    r"fr ?[0-9a-hj-np-z]{2}(?:[ .]?\d{3}){3}(?!\w)|be ?[01]\d{3}[ .]?\d{3}[ .]?\d{3}(?!\w)"
    r"|gb ?\d{3}[ .]?\d{4}[ .]?\d{2}(?!\w)|(?:de\d{9}|lu\d{8}|it\d{11}|pl\d{10}"
    r"|es[a-z]?\d{7,8}[a-z]?|che[ -]?\d{3}\.?\d{3}\.?\d{3}|atu\d{8}|nl\d{9}b\d\d|w\d{9})(?!\w)"
)
_NEAR: Final = 30
_VAT_COUNTRIES: Final = ("fr", "be", "gb", "che")
_VAT_START: Final = re.compile(r"fr|be|gb|de|lu|it|pl|es|che|atu|nl|w")


class CompanyIdRule:
    """Masks company numbers: by their check digit, or because a word announces them."""

    kind = MaskKind.COMPANY_ID

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the numbers; without a word before it, a SIREN must be written as one."""
        lower = text.lower
        for found in _SIRET_OR_SIREN.finditer(lower):
            if _is_a_siret(found) if found["office"] else _is_a_siren(found):
                yield Span(*found.span())
        for found in text.matches_at((*_WORDS, *_OTHER_WORDS), _ANNOUNCED):
            yield Span(*found.span("number"))
        starts = (*_VAT_COUNTRIES, *(word for word in text.codes if _VAT_START.match(word)))
        for found in text.matches_at(starts, _VAT):
            yield Span(*found.span())


def _digits(written: str) -> str:
    return "".join(filter(str.isdigit, written))


def _is_a_siret(found: re.Match[str]) -> bool:
    announced = "sire" in found.string[max(0, found.start() - _NEAR) : found.start()]
    return announced or siret.is_valid(_digits(found.group()))


def _is_a_siren(found: re.Match[str]) -> bool:
    """Say whether nine digits go three by three and end well (thousands do not)."""
    number = found.group()
    if number.isdigit() or number.endswith("000") or not siren.is_valid(_digits(number)):
        return False
    return not counts(found.string, found.end())
