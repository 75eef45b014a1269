"""How names are written: capitals, particles, what may follow a first name."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary

#: One word of a name: ``Jean-Baptiste``, ``O'Brien``, ``DUPONT``, ``K``.
CAPITAL: Final = r"(?:[DMNO]')?[A-Z][A-Za-z]*+(?:-[A-Za-z]++)*+"
#: The same, to be searched: its first character comes before what may not stand before it.
CAPITAL_WORD: Final = re.compile(
    r"[A-Z](?<![\w-].)(?:(?<=[DMNO])'[A-Z])?[A-Za-z]*+(?:-[A-Za-z]++)*+(?![\w@])"
)
_NEXT: Final = re.compile(
    r"[ ](?P<particles>(?:(?i:de|du|des|la|le|van|von|den|der|da|dos|das|di|del|bin|ben|el|al|ibn"
    rf"|mac|mc|saint|st) |[dD]'){{0,3}}+)(?P<word>{CAPITAL})(?P<dot>\.(?=[ ]?[a-z,;:!?)]))?(?!\w)"
)
_MOST_SURNAMES: Final = 3


@cache
def never_a_name() -> frozenset[str]:
    """Return the words that are nobody's name even with a capital."""
    lists = ("function_words", "platforms", "calendar", "titles", "roles", "acronyms")
    return frozenset[str]().union(*(words(name) for name in lists))


@cache
def first_names() -> frozenset[str]:
    """Return all first names, those that are also words included."""
    lists = ("first_names", "first_names_capital", "first_names_doubtful")
    return frozenset[str]().union(*(words(name) for name in lists))


def could_be_a_name(word: str) -> bool:
    """Say whether a capitalised, unlisted word may be a name: no dictionary has it."""
    lower = word.lower()
    return (
        len(lower) > 1
        and lower not in never_a_name()
        and lower not in entries("cities")
        and (lower in first_names() or not is_ordinary(lower))
    )


def name_at(text: Normalised, start: int, end: int) -> Span:
    """Widen a first name or surname to the words of the name that follow it."""
    for _ in range(_MOST_SURNAMES):
        found = _NEXT.match(text.text, end)
        if found is None or not _may_follow(found, text.text[start:end]):
            break
        end = found.end()
    return Span(start, end)


def _may_follow(found: re.Match[str], name: str) -> bool:
    """Tell « Sophie Petit », whose second word is a surname, from « Sophie Instagram »."""
    word = found["word"].lower()
    if len(word) == 1:
        return bool(found["dot"]) or not name.isupper()
    if word in never_a_name():
        return False
    if word in entries("cities") or word in words("departments"):
        return not found["particles"]
    return not (name.isupper() and found["word"].isupper() and is_ordinary(word))


def names_in(text: Normalised, found: Iterable[re.Match[str]]) -> Iterator[Span]:
    """Yield the names that matches introduce; their group ``name`` is a first capital word."""
    for match in found:
        if could_be_a_name(match["name"]):
            yield name_at(text, *match.span("name"))
