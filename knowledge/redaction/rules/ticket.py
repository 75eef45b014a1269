"""Order, file, ticket, parcel and booking numbers: whoever holds one finds the person."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import counts

_MARK: Final = (
    r"(?:n[o°]s?|num(?:ero)?s?|#|refs?|references?|number|nos?|nr|id|code|sav|clients?|de suivi"
    r"|de dossier|de commande|de contrat|de client|is|est|est le|c'est|c'est le|was|le|support)"
)
_CHUNK: Final = r"[a-z0-9]{0,12}\d[a-z0-9]{0,20}"
#: « RC 88213 »: letters before the number, which have to be capitals.
_SERIES: Final = r"(?P<series>[a-z]{2,3} (?=\d{3}))?"
_NUMBER: Final = (
    rf"(?P<number>#?{_SERIES}(?:[a-z]{{1,8}}[-_/.:]){{0,2}}{_CHUNK}(?:[-_/.][a-z0-9]{{1,20}}){{0,6}}"
    r"(?: [a-z]?\d{2,5}(?!\w)){0,6})(?![\w])"
)
_ANNOUNCED: Final = re.compile(
    r"\w+(?: (?P<adjective>[a-z]{4,14})(?= [a-z]{0,4}\d))?"
    rf"(?P<marks>(?:[ :=.,(\"'*-]{{1,3}}{_MARK}(?![a-z])){{0,3}})"
    rf"(?P<gap>[ :=.,(\"'*\n-]{{0,3}}){_NUMBER}"
)
#: « n° 2024/117 à 2024/119 »: another number of the same form.
_ANOTHER: Final = re.compile(r" ?(?:,|et|ou|a|and|or|to) ?(?P<number>[\w/.-]{1,40}\w)")
_LAW: Final = re.compile(r"\b(?:loi|decret|arrete|ordonnance|directive|reglement|law|act) $")
_LONGEST_LAW: Final = 16
_AFTER_N: Final = re.compile(rf"n° ?(?:[a-z]{{2,8}} )?(?=[a-z0-9-]{{0,20}}\d){_NUMBER}")
#: Six letters and no digit: only after the word for it, and only in capitals.
_LETTERS: Final = re.compile(r"\w+[ .:=(\"'°n-]{1,6}(?P<number>[A-Z]{5,8})(?!\w)")
_LETTER_NOUNS: Final = ("pnr", "ref", "reference", "dossier", "reservation", "booking")
#: Numbers whose form is enough: parcels, help desks, marketplaces, universal identifiers.
_CODE: Final = re.compile(
    r"[a-z]{2,5}\d{6,12}|[a-z]{2}\d{9}[a-z]{2}|1z[a-z0-9]{16}|\d[a-z]\d{11}|\d{14,30}"
)
_WHOLE_WORD: Final = re.compile(r"[^\W_]+(?![\w-])")
_FORMS: Final = (
    re.compile(r"#(?<![\w/-].)\d{4,12}(?![\w-])"),
    re.compile(r"\d(?<![\w-].)\d\d-\d{7}-\d{7}(?![\w-])"),
    re.compile(r"[0-9a-f](?<![\w-].)[0-9a-f]{7}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])"),
)
_HYPHEN_AND_DIGITS: Final = re.compile(r"-\d{3,10}(?![\w-])")
_LETTERS_BEFORE: Final = re.compile(r"(?<![\w#/-])[a-z]{2,10}$")
_LONGEST_LETTERS: Final = 11
_CODED: Final = re.compile(r"[a-z]{1,4}[-/]\d{2,4}")
_DIGIT: Final = re.compile(r"\d")
_YEAR: Final = re.compile(r"#?(?:19|20)\d\d")
_FEWEST_DIGITS: Final = 4
_FEWEST_IN_CODE: Final = 8
_FEWEST_MARKED: Final = 3


class TicketRule:
    """Masks numbers of orders, files and parcels; the word before them stays."""

    kind = MaskKind.TICKET

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield numbers announced by a word, then those told by their form."""
        lower = text.lower
        for found in text.matches_at(words("ticket_nouns"), _ANNOUNCED):
            if _is_number(found, lower) and _is_in_capitals(text, found):
                yield from _with_others(lower, Span(*found.span("number")))
        for found in _AFTER_N.finditer(lower):
            if _is_long_or_coded(found["number"]) and not _is_harmless(found):
                yield from _with_others(lower, Span(*found.span("number")))
        for found in text.matches_at(_LETTER_NOUNS, _LETTERS, cased=True):
            yield Span(*found.span("number"))
        yield from _by_form(text)


def _by_form(text: Normalised) -> Iterator[Span]:
    """Yield codes that need no word before them, years and norms apart."""
    lower = text.lower
    for pattern in _FORMS:
        for found in pattern.finditer(lower):
            if not _YEAR.fullmatch(found.group()):
                yield Span(*found.span())
    for found in _HYPHEN_AND_DIGITS.finditer(lower):
        start = max(0, found.start() - _LONGEST_LETTERS)
        letters = _LETTERS_BEFORE.search(lower[start : found.start()])
        if letters and letters.group() not in words("standards"):
            yield Span(start + letters.start(), found.end())
    codes = [word for word in text.codes if len(word) >= _FEWEST_IN_CODE and _CODE.fullmatch(word)]
    for found in text.matches_at(codes, _WHOLE_WORD):
        yield Span(*found.span())


def _is_number(found: re.Match[str], lower: str) -> bool:
    """Tell « commande 4521-88 » from « commande 12 mois » and « dossier 2024 »."""
    number = found["number"]
    marked = bool(found["marks"].strip(" :=.,(\"'*-")) or ":" in found["gap"] or number[0] == "#"
    if not marked and (not found["gap"] or _YEAR.fullmatch(number)):
        return False
    if counts(lower, found.end()):
        return False
    mixed = any(char.isalpha() for char in number)
    if found["adjective"]:
        return _digits(number) > _FEWEST_DIGITS
    fewest = _FEWEST_MARKED if marked or mixed else _FEWEST_DIGITS
    return _digits(number) >= fewest or (mixed and len(number) > _FEWEST_DIGITS)


def _is_in_capitals(text: Normalised, found: re.Match[str]) -> bool:
    """Tell « dossier RC 88213 » from « dossier de 88213 ... »."""
    return not found["series"] or text.text[slice(*found.span("series"))].isupper()


def _is_long_or_coded(number: str) -> bool:
    """Say whether a number after « n° » is no count: five digits, or « R-77 »."""
    return _digits(number) > _FEWEST_DIGITS or _CODED.fullmatch(number) is not None


def _is_harmless(found: re.Match[str]) -> bool:
    """Say whether a number counts something, or is that of a law."""
    before = found.string[max(0, found.start() - _LONGEST_LAW) : found.start()]
    return counts(found.string, found.end()) or _LAW.search(before) is not None


def _with_others(lower: str, number: Span) -> Iterator[Span]:
    """Yield a number, and that of the same form which « et », « à » or a comma joins to it."""
    yield number
    found = _ANOTHER.match(lower, number.end)
    if found and _form(found["number"]) == _form(lower[slice(*number)]):
        yield Span(*found.span("number"))


def _form(number: str) -> str:
    return _DIGIT.sub("0", number)


def _digits(number: str) -> int:
    return sum(map(str.isdigit, number))
