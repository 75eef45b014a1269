"""Telephone numbers in digits, French and foreign, with any separator."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from phonenumbers import (
    NumberParseException,
    PhoneMetadata,
    is_valid_number,
    parse,
    region_code_for_country_code,
)

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import counts

#: « 06.12 », « 06 - 12 », « (0)6 », but not « 12. 3 fois »: a dot and a space end a sentence.
_GAP: Final = r"(?:[./_-]|[ \t](?:[./-] ?|\()?|\) ?|\()?"
_END: Final = r"(?!\d)(?! ?[€$£%])"
#: Ten digits from a nought (France, Belgian and Swiss mobiles); a letter may stand for a digit.
_NATIONAL: Final = rf"(?:(?<=\()[0o]\) ?|(?<=[0o]){_GAP})[1-9](?:{_GAP}[\doil]){{8}}{_END}(?!\w)"
_PAIRS: Final = rf"(?<=[0o])[1-9](?:, ?\d\d){{4}}{_END}"
_BRITISH: Final = (
    r"(?:(?<=\()0\d{2,4}\)[ -]|(?<=0)[12378]\d{1,4}[ -]|(?<=0)7\d{3})"
    rf"\d{{3,4}}[ -]?\d{{3,4}}{_END}"
)
_BELGIAN: Final = rf"(?<=0)[1-9]\d?(?:[ ./]\d\d\d)(?:[ ./]\d\d){{2}}{_END}"
_NORTH_AMERICAN: Final = (
    r"(?:(?<=1)[ .-]\(?[2-9]\d\d|(?<=\()[2-9]\d\d|(?<=[2-9])\d\d)"
    rf"(?:\) ?|[.-])\d{{3}}[ .-]\d{{4}}{_END}"
)
_WITHOUT_PLUS: Final = rf"(?<=3)3 ?(?:\(0\) ?)?[1-9](?:[ .-]?\d\d){{4}}{_END}"
#: All in one, so that the text is read once. What may not stand before a number comes after its
#: first character, to which the engine skips; each form says which one is its own.
_ALWAYS: Final = re.compile(
    r"[\do(](?<![\w.,+/-].)"
    rf"(?:{_NATIONAL}|{_PAIRS}|{_BRITISH}|{_BELGIAN}|{_NORTH_AMERICAN}|{_WITHOUT_PLUS})"
)
#: A number given in part still tells: « 06 39 98 xx xx ».
_CUT: Final = re.compile(r"0(?<![\w.,+/-].)[1-9](?:[ .]\d\d){2,3}(?:[ .]?(?:xx|\*\*|\.\.|__)){1,3}")
_INTERNATIONAL: Final = re.compile(
    r"[(+0](?<![\w.,+].)"
    rf"(?:(?<=\() ?\+ ?|(?<=\+) ?|(?<=0)0(?=[1-9]))\d(?:{_GAP}[\do]){{7,14}}{_END}"
)
_DIGITS: Final = re.compile(r"[\do]+")
_MOST_GROUPS_TOO_MANY: Final = 4
#: Digits that only a word beside them makes a number of; a directory then has the last word.
_ANNOUNCED: Final = re.compile(
    r"\w+(?:-moi| directe)?"
    r"(?: (?:perso|pro|direct|au|est|est le|c'est|c'est le|le|is|me|us|him|her|on|at|number))"
    rf"{{0,3}}(?: ?: ?|\.: ?| )(?P<number>\d(?:{_GAP}\d){{6,13}}){_END}"
)
_WORDS: Final = (
    *("tel", "tels", "telephone", "portable", "mobile", "gsm", "fixe", "standard", "whatsapp"),
    *(
        "wa",
        "phone",
        "cell",
        "landline",
        "hotline",
        "numero",
        "num",
        "appeler",
        "appelez",
        "appele",
    ),
    *("joindre", "call", "text", "sms", "ligne"),
)
_REGIONS: Final = ("FR", "BE", "CH", "LU", "CA", "GB", "RE", "MA")
_FEWEST_DIGITS: Final = 8


class PhoneRule:
    """Masks telephone numbers; short numbers (3018, 112) stay."""

    kind = MaskKind.PHONE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the numbers, country code included."""
        lower = text.lower
        for found in _ALWAYS.finditer(lower):
            if sum(map(str.isdigit, found.group())) >= _FEWEST_DIGITS:
                yield Span(*found.span())
        for found in _CUT.finditer(lower):
            yield Span(*found.span())
        ends: dict[str, int] = {}
        for found in _INTERNATIONAL.finditer(lower):
            written = found.group()
            end = ends[written] if written in ends else _end_of_possible(written)
            ends[written] = end
            if end and not counts(lower, found.start() + end):
                yield Span(found.start(), found.start() + end)
        for found in text.matches_at(_WORDS, _ANNOUNCED):
            if any(_is_valid(found["number"], region) for region in _REGIONS):
                yield Span(*found.span("number"))


def _end_of_possible(number: str) -> int:
    """Return where a number ends that may have taken in the digits after it, or 0."""
    ends = [found.end() for found in _DIGITS.finditer(number)][-_MOST_GROUPS_TOO_MANY:]
    return next((end for end in reversed(ends) if _is_possible(number[:end])), 0)


def _is_possible(number: str) -> bool:
    """Say whether a number with a country code has a length that this country uses."""
    digits = "".join(filter(str.isdigit, number.replace("o", "0").replace("(0)", "")))
    digits = digits.removeprefix("00")
    for code in (digits[:1], digits[:2], digits[:3]):
        if lengths := _lengths(code):
            national = digits.removeprefix(code)
            return len(national) in lengths or len(national.removeprefix("0")) in lengths
    return False


@cache
def _lengths(code: str) -> Sequence[int]:
    """Return how long the numbers behind a country code may be; none if no country has it."""
    region = region_code_for_country_code(int(code))
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(int(code), region)
    return metadata.general_desc.possible_length if metadata and metadata.general_desc else ()


def _is_valid(number: str, region: str) -> bool:
    try:
        return is_valid_number(parse(number, region))
    except NumberParseException:
        return False
