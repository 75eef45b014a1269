"""Dates of birth: an exact date is one when it is old, or when the words around say so."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_MONTH: Final = (
    r"(?:janv(?:ier)?|fev(?:rier)?|fevr|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|september|october|november|december)\.?"
)
_MONTH_WORD: Final = re.compile(rf"{_MONTH}$")
#: After the first character, so that the engine skips to it: what may not stand before.
_FREE: Final = r"(?<![\w/.,-].)"
_ORDINAL: Final = r"(?:er|st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d|'?\d\d"
_END: Final = r"(?![\w/]|[.-]\d)"
_NUMBERS: Final = re.compile(
    rf"\d{_FREE}\d?(?:(?P<gap> ?[/.-] ?| )(?:0?[1-9]|1[0-2])(?P=gap)(?P<year>{_YEAR}){_END}"
    r"|/(?:0?[1-9]|1[0-2])(?![\w/]))"
)
_DAY_FIRST: Final = re.compile(
    rf"\d{_FREE}\d?{_ORDINAL} (?:of )?{_MONTH}(?:,? (?P<year>{_YEAR})(?!\w))?(?!\w)"
)
_LONGEST_DATE: Final = 24
_YEAR_FIRST: Final = re.compile(
    rf"[12]{_FREE}(?P<year>[90]\d\d)[/.-](?:0[1-9]|1[0-2])[/.-](?:0[1-9]|[12]\d|3[01]){_END}"
)
_MONTH_FIRST: Final = re.compile(rf"{_MONTH} \d\d?{_ORDINAL}(?:,? (?P<year>(?:19|20)\d\d))?(?!\w)")
_NEAR_BEFORE: Final = re.compile(
    r"\b(?:nee?s?|naissance|naquit|anniv\w{0,8}|birth\w{0,8}|b-?day|born|dob|ddn|d\.o\.b\.?"
    r"|majeure?|18 ans|(?:elle|il|lui) est du|qui est du)\b"
)
_NEAR_AFTER: Final = re.compile(r"\b(?:anniv\w{0,8}|date de naissance|birth\w{0,8})\b")
_JUST_BEFORE: Final = re.compile(
    r"\b(?:nee?s? |naissance[ ,:(]|anniv(?:ersaire)?[ ,:(]|birthday[ ,:(]|b-?day[ ,:(]|born |dob"
    r"|date of birth)[^.!?\n\d]{0,25}$"
)
#: « la loi du 21 juin 2004 »
_LAW: Final = re.compile(
    r"\b(?:loi|decret|arrete|ordonnance|directive|reglement|act|law)(?: n° ?[\w/-]+)? (?:du|of) $"
)
_WINDOW: Final = 60
#: Whoever is talked of at work was born before, and the crises of today are later.
_LAST_OLD_YEAR: Final = 2008


class BirthdayRule:
    """Masks dates of birth; deadlines and dates of events stay."""

    kind = MaskKind.BIRTHDAY

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield full dates that are old or announced, and days and months announced closely."""
        lower = text.lower
        for found in _YEAR_FIRST.finditer(lower):
            if _is_old(found.group()[:4]) or _is_told(lower, found):
                yield Span(*found.span())
        months = [word for word in text.places if _MONTH_WORD.match(word)]
        for found in (
            *_NUMBERS.finditer(lower),
            *text.matches_near(text.places_of(months), _DAY_FIRST, reach=_LONGEST_DATE),
            *text.matches_at(months, _MONTH_FIRST),
        ):
            year = found["year"]
            if _is_of_a_law(lower, found):
                continue
            if _is_announced(lower, found) or (year and (_is_old(year) or _is_told(lower, found))):
                yield Span(*found.span())


def _is_of_a_law(lower: str, found: re.Match[str]) -> bool:
    return _LAW.search(lower[max(0, found.start() - _WINDOW) : found.start()]) is not None


def _is_old(year: str) -> bool:
    return len(year) == len("1984") and int(year) <= _LAST_OLD_YEAR


def _is_told(lower: str, found: re.Match[str]) -> bool:
    """Say whether a word of birth stands somewhere near."""
    before = lower[max(0, found.start() - _WINDOW) : found.start()]
    after = lower[found.end() : found.end() + _WINDOW]
    return bool(_NEAR_BEFORE.search(before) or _NEAR_AFTER.search(after))


def _is_announced(lower: str, found: re.Match[str]) -> bool:
    """Say whether a word of birth stands just before: a day and a month are then enough."""
    before = lower[max(0, found.start() - _WINDOW) : found.start()]
    return _JUST_BEFORE.search(before) is not None
