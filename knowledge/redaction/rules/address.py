"""French postal addresses, from the number to the town; a town alone stays."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary

_NUMBER: Final = r"\d(?<![\w.,/€$].)\d{0,3}(?:[-/]\d{1,4})?(?: ?(?:bis|ter|quater|[a-d])(?!\w))?,? "
_SURE_WAY: Final = (
    r"(?:rue|avenue|ave|boulevard|boul|bld|blvd|bd|chemin|allees?|impasse|quai|venelle|sentier|sente"
    r"|montee|traverse|ruelle|faubourg|lotissement|hameau|residence|lieu[ -]?dit|esplanade"
    r"|chaussee|rond[ -]point|zone artisanale|zone industrielle|route|parvis|digue)"
)
#: Words of other trades too: « 3 places », « 1 mail », « 2 cours ». A capital must follow.
_DOUBTFUL_WAY: Final = (
    r"(?:av|r|ch|imp|pl|rte|place|cours|square|villa|passage|cite|clos|mail|voie|cote|galerie"
    r"|domaine|porte?|pont|cour|enclos|ferme|mas|quartier|parc|z\.?a\.?c?|z\.?i)"
)
_NUMBERED: Final = re.compile(
    rf"{_NUMBER}(?:(?P<sure>{_SURE_WAY})|(?P<doubtful>{_DOUBTFUL_WAY}))\.?(?![\w@-])"
)
_WAY_WORD: Final = re.compile(rf"(?:{_SURE_WAY}|{_DOUBTFUL_WAY}|lieu|rond|zone|z)$")
_LONGEST_NUMBER: Final = 24
#: Where people live: named without a number, they still lead to a door.
_HOMELY: Final = frozenset(
    {"rue", "impasse", "allee", "chemin", "lotissement", "venelle", "ruelle", "sente", "residence"}
    | {"hameau", "lieu", "lieudit"}
)
_PUBLIC: Final = frozenset(
    {"avenue", "boulevard", "route", "quai", "place", "montee", "square", "cours", "zone"}
    | {"za", "zac", "zi"}
)
_WAY_NAME: Final = re.compile(r"(?:zone artisanale|lieu[ -]dit|(?!zone\b|lieu\b)\w+)(?![\w-])")
_BOX: Final = re.compile(r"(?:b\.?p\.?|c\.?s\.?|tsa|boite postale|po box) ?\d{1,6}(?!\w)")
_BOX_WORDS: Final = ("b", "bp", "c", "cs", "tsa", "boite", "po")
_BOX_START: Final = re.compile(r"(?:bp|cs|tsa)\d+")
_STEP: Final = re.compile(
    r"[ ](?P<particles>(?:(?:de|du|des|la|le|les|aux|au|en|sur|sous|et|saint|sainte) |[ld]')*+)"
    r"(?P<word>[a-z0-9][\w'-]*+)"
)
_DETAIL: Final = (
    r"(?:residence|res\.|bat(?:iment)?\.?|appt?\.?|appartement|apt\.?|esc(?:alier)?\.?|entree|hall"
    r"|tour|villa|lot(?:issement)?\.?|lieu[ -]?dit|hameau|porte|etage|\d{1,2}e(?:me)? etage"
    r"|c/o|boite|pk|km|kilometre|interphone|digicode|bp|cs|zone artisanale)"
)
_SHORT_DETAIL: Final = r"(?:bat|appt?|apt|esc)\.? ?\w{1,3}"
_LONG_DETAIL: Final = rf"{_DETAIL}[ .][^,\n!?;:\".]{{0,40}}(?:{_SHORT_DETAIL})?(?:, ?| - )"
_DETAILS_BEFORE: Final = re.compile(rf"(?<!\w)(?:{_LONG_DETAIL}|{_SHORT_DETAIL},? ){{1,3}}$")
_DETAIL_AFTER: Final = re.compile(
    rf"(?:,| -)? (?:\d{{1,2}}(?:er|e|eme) etage|{_DETAIL} ?[\w-]{{1,12}})(?![\w'])"
)
_BELGIAN_NUMBER: Final = re.compile(r",? \d{1,4}(?=,|\.|$|\n| \d{4} )")
_POSTCODE: Final = re.compile(
    r",? ?(?:- ?)?[(]?(?:f-|b-|ch-|l-)?(?:\d{5}|[1-9]\d{3}|\d\d ?\d{3}) (?=[a-z])"
)
_LONE_POSTCODE: Final = re.compile(
    r"\d(?<![\w.,€$/-].)(?:(?<=0)[1-9]|(?<=[1-8])\d|(?<=9)[0-578])\d{3} (?=[a-z])"
)
_CANADIAN_TOWN: Final = re.compile(
    r"(?:,? [A-Z][\w'-]++){0,3}(?:,? \([A-Z][\w-]++\)|,? [A-Z]{2})?,? [A-Z]\d[A-Z] ?\d[A-Z]\d(?!\w)"
)
_AT_TOWN: Final = re.compile(r",? a [A-Z][\w'-]+(?: [A-Z][\w'-]+)?")
_TOWN_AFTER_COMMA: Final = re.compile(r", ([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
_MONTHS: Final = frozenset(
    {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre"}
    | {"octobre", "novembre", "decembre"}
)
_CEDEX: Final = re.compile(r" cedex(?: \d{1,2})?(?!\w)")
_WINDOW: Final = 90
_MOST_WORDS: Final = 6


class AddressRule:
    """Masks addresses written in French."""

    kind = MaskKind.ADDRESS

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield streets with a number or a postcode, boxes, postcodes with their town."""
        ways = [word for word in text.places if word.isalpha() and _WAY_WORD.match(word)]
        for found in text.matches_near(text.places_of(ways), _NUMBERED, reach=_LONGEST_NUMBER):
            end = _street_end(text, found.end(), sure=bool(found["sure"]))
            if end:
                yield Span(_detail_start(text.lower, found.start()), _tail_end(text, end))
        for found in text.matches_at(_HOMELY | _PUBLIC, _WAY_NAME):
            end = _street_end(text, found.end(), sure=False)
            homely = found.group().partition(" ")[0].partition("-")[0] in _HOMELY
            if end and (homely or _tail_end(text, end) > end):
                yield Span(_detail_start(text.lower, found.start()), _tail_end(text, end))
        boxes = (*_BOX_WORDS, *(word for word in text.codes if _BOX_START.fullmatch(word)))
        for found in text.matches_at(boxes, _BOX):
            yield Span(found.start(), _tail_end(text, found.end()))
        for found in _LONE_POSTCODE.finditer(text.lower):
            end = _town_end(text, found.end() - 1)
            town = text.lower[found.end() : end]
            if town in entries("cities") or (
                town and not is_ordinary(town) and text.text[found.end()].isupper()
            ):
                yield Span(found.start(), end)


def _street_end(text: Normalised, at: int, *, sure: bool) -> int:
    """Return where the name of a street ends, or 0 if no name follows."""
    end = at
    for _ in range(_MOST_WORDS):
        step = _STEP.match(text.lower, end)
        if step is None or not _belongs(text, step, first=end == at, sure=sure):
            break
        end = step.end()
    return end if end > at else 0


def _belongs(text: Normalised, step: re.Match[str], *, first: bool, sure: bool) -> bool:
    """Say whether a word is part of a street's name: a capital, a number, an unknown word."""
    word = step["word"]
    if text.text[step.start("word")].isupper():
        return True
    if word.isdigit():
        return _is_date_or_number(text.lower, step, first=first)
    if first:
        return sure and (bool(step["particles"]) or not is_ordinary(word))
    return word in _MONTHS or not is_ordinary(word)


def _is_date_or_number(lower: str, step: re.Match[str], *, first: bool) -> bool:
    """Take « 8 mai 1945 » as a name, and leave a postcode to the end of the address."""
    if first:
        following = _STEP.match(lower, step.end())
        return following is not None and following["word"] in _MONTHS
    is_postcode = _POSTCODE.match(lower, step.start()) is not None
    return len(step["word"]) in (1, 2, len("1945")) and not is_postcode


def _detail_start(lower: str, at: int) -> int:
    """Return where « résidence X, bât. C, » starts before a street, or the street's start."""
    window = max(0, at - _WINDOW)
    found = _DETAILS_BEFORE.search(lower[window:at])
    return window + found.start() if found else at


def _tail_end(text: Normalised, at: int) -> int:
    """Return where building, postcode and town end after a street."""
    for pattern in (_BELGIAN_NUMBER, _DETAIL_AFTER, _DETAIL_AFTER):
        found = pattern.match(text.lower, at)
        at = found.end() if found else at
    town = _AT_TOWN.match(text.text, at) or _CANADIAN_TOWN.match(text.text, at)
    if town:
        return town.end()
    code = _POSTCODE.match(text.lower, at)
    if code:
        return _town_end(text, code.end() - 1)
    town = _TOWN_AFTER_COMMA.match(text.text, at)
    return town.end() if town and Normalised.of(town[1]).lower in entries("cities") else at


def _town_end(text: Normalised, at: int) -> int:
    """Return where a town's name ends: capitals, or one word (two after « saint », « le »)."""
    end = at
    for _ in range(_MOST_WORDS):
        step = _STEP.match(text.lower, end)
        if step is None or (end > at and not text.text[step.start("word")].isupper()):
            break
        end = step.end()
    cedex = _CEDEX.match(text.lower, end)
    return cedex.end() if cedex else end
