"""Dates of birth: an exact date is one when it is old, or when the words around say so."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_MONTH: Final = (
    r"(?:janv(?:ier)?|fev(?:rier)?|fevr|mars|avr(?:il)?|mai|juin|juil(?:let)?|aout|sept(?:embre)?"
    r"|oct(?:obre)?|nov(?:embre)?|dec(?:embre)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?"
    r"|may|june?|july?|aug(?:ust)?|september|october|november|december)\.?"
)
_DAY: Final = r"(?:0?[1-9]|[12]\d|3[01])(?:er|st|nd|rd|th)?"
_DAY_AND_MONTH: Final = rf"(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY})(?!\w)"
_YEAR: Final = r"(?P<year>(?:19|20)\d\d|'?\d\d)"
_FULL: Final = re.compile(
    rf"(?<![\w/.,-])(?:(?:{_DAY}(?: of)? {_MONTH}|{_MONTH} {_DAY}),? {_YEAR}"
    rf"|{_DAY}(?P<gap> ?[/.-] ?| )(?:0?[1-9]|1[0-2])(?P=gap){_YEAR.replace('year', 'end')}"
    rf"|(?P<iso>(?:19|20)\d\d)[/.-](?:0[1-9]|1[0-2])[/.-](?:0[1-9]|[12]\d|3[01]))(?![\w/]|[.-]\d)"
)
_PARTIAL: Final = re.compile(
    rf"(?<![\w/.,-])(?:{_DAY_AND_MONTH}|{_DAY}/(?:0?[1-9]|1[0-2])(?![\w/]))"
)
_BEFORE: Final = re.compile(
    r"\b(?:nee?s?|naissance|naquit|anniv\w{0,8}|birth\w{0,8}|b-?day|born|dob|ddn|d\.o\.b\.?"
    r"|majeure?|18 ans|(?:elle|il|lui) est du|qui est du)\b"
)
_AFTER: Final = re.compile(r"\b(?:anniv\w{0,8}|date de naissance|birth\w{0,8})\b")
_JUST_BEFORE: Final = re.compile(
    r"\b(?:nee?s? |naissance[ ,:(]|anniv(?:ersaire)?[ ,:(]|birthday[ ,:(]|b-?day[ ,:(]|born |dob"
    r"|date of birth)[^.!?\n\d]{0,25}$"
)
_WINDOW: Final = 60
#: Nobody who works was born later, and no crisis of today is older.
_LAST_OLD_YEAR: Final = 2012


class BirthdayRule:
    """Masks dates of birth; deadlines and dates of events stay."""

    kind = MaskKind.BIRTHDAY

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield full dates that are old or announced, and days and months announced closely."""
        lower = text.lower
        for found in _FULL.finditer(lower):
            if _is_old(found) or _is_told(lower, found):
                yield Span(*found.span())
        for found in _PARTIAL.finditer(lower):
            if _JUST_BEFORE.search(lower, max(0, found.start() - _WINDOW), found.start()):
                yield Span(*found.span())


def _is_old(found: re.Match[str]) -> bool:
    year = found["year"] or found["end"] or found["iso"]
    return len(year) == len("1984") and int(year) <= _LAST_OLD_YEAR


def _is_told(lower: str, found: re.Match[str]) -> bool:
    before = lower[max(0, found.start() - _WINDOW) : found.start()]
    after = lower[found.end() : found.end() + _WINDOW]
    return bool(_BEFORE.search(before) or _AFTER.search(after))
