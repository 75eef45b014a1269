"""First names, with the surname that follows."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import (
    CAPITAL_WORD,
    could_be_a_name,
    first_names,
    name_at,
)
from knowledge.redaction.span import Span
from knowledge.redaction.writing import starts_sentence

_SMALL: Final = re.compile(r"[a-z]+(?![\w'@-]|\.\w)")
_GLUE: Final = frozenset("'@.-_/#")
#: What makes a person of an ambiguous word: « Rose a dit », « Claire, notre DRH », « Ben qui ».
_ACTS: Final = re.compile(
    r"(?:'s)? (?:a(?! (?:vous|toi|lui|elle|eux|une?|la|l'|ce|cette|son|sa|nos|notre|votre|des))"
    r"|est|etait|avait|m'a|m'avait|nous a|lui a|l'a|s'est|n'a|n'est|me|dit|veut|va|qui|pense"
    r"|refuse|voulait|gere|s'occupe|is|was|has|had|said|says|wants|told|asked|who|from|de la|du"
    r"|des)(?!\w)|, (?:notre|mon|ma|our|my|qui|who)(?!\w)"
)
#: « le collège Jean-Moulin », « l'effet Barbra »: a thing that bears a name is nobody.
#: Read backwards from the name, which takes no search; last, what stands before the thing.
_BEFORE: Final = re.compile(r"(?: ed| ud| sed|'d| al| el)?[ ']([\w-]+)(?:[ '](\w+))?")
#: Things also named without an article; « sur place », « à son tour », « il cite » are none.
_WAYS: Final = frozenset(
    {"rue", "avenue", "boulevard", "quai", "impasse", "square", "street", "road", "college"}
    | {"lycee", "ecole", "saint", "sainte", "st", "ste", "san", "santa", "hopital", "stade", "high"}
)
_ARTICLES: Final = frozenset(
    {"le", "la", "les", "l", "un", "une", "du", "de", "d", "des", "au", "aux", "ce", "cet"}
    | {"cette", "the", "a", "an"}
)
#: « le thème Dawn 15.1 » is software, « Art. 33 » is law.
_VERSION: Final = re.compile(r" v?\d+\.\d")
_CLAUSE: Final = re.compile(r"\. ?\d")
_CAPITALS_BEFORE: Final = re.compile(r"(?<![\w'-])[A-Z]{4,}(?:-[A-Z]+)? $")
_LONGEST_BEFORE: Final = 28
_SMALL_AFTER: Final = re.compile(r" ([a-z]{3,})(?![\w'-])")
_END_OF_NAME: Final = re.compile(
    r"[,;:!?)\"\n.]|$| (?:a|est|et|qui|m'a|dit|veut|and|is|has|said)\b"
)
_SAINT: Final = re.compile(r"(?:saint|sainte|st|ste)-")
_FEWEST_CAPITALS: Final = 4


class FirstNameClue:
    """Finds first names by the lists, whatever is around."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield first names in capitals, then those that are no word in small letters."""
        done, known = 0, dict[str, bool]()
        for found in CAPITAL_WORD.finditer(text.text):
            word = found.group()
            if word not in known:
                known[word] = _is_first_name(word.lower())
            if found.start() < done or not known[word]:
                continue
            name = name_at(text, *found.span())
            done = name.end
            if _is_person(text, found, name):
                yield _with_capitals_before(text, name)
        small = [word for word in text.places if word in words("first_names")]
        for found in text.matches_at(small, _SMALL, cased=True):
            if text.text[found.start() - 1 : found.start()] not in _GLUE:
                yield _with_small_surname(text, Span(*found.span()))


def _is_first_name(word: str) -> bool:
    """Look the word up, or its first part: ``Marie-Xavière`` is a first name of its own."""
    return word in first_names() or (
        "-" in word and word.partition("-")[0] in first_names() and not _SAINT.match(word)
    )


def _is_person(text: Normalised, found: re.Match[str], name: Span) -> bool:
    """Weed out public things, cities, and words that owe their capital to the sentence."""
    word, (start, end) = found.group().lower(), found.span()
    if word in words("platforms") or bears_a_name(text.lower, start):
        return False
    if _VERSION.match(text.lower, end):
        return False
    has_surname = name.end > end
    if word in entries("cities"):
        return has_surname
    if word in words("first_names_doubtful") and _CLAUSE.match(text.lower, end):
        return False
    if word in words("first_names_capital") and text.lower.endswith(
        (" the ", " dans l'"), 0, start
    ):
        return has_surname  # « the Chelsea boots », « dans l'Aude »
    if word in words("first_names_doubtful") and starts_sentence(text.text, start):
        return has_surname or bool(_ACTS.match(text.lower, end))
    return not (found.group().isupper() and len(word) < _FEWEST_CAPITALS)


def bears_a_name(lower: str, start: int) -> bool:
    """Say whether the word at ``start`` is the name of a school, a street, a prize."""
    before = _BEFORE.match(lower[max(0, start - _LONGEST_BEFORE) : start][::-1])
    if before is None:
        return False
    thing, article = before[1][::-1], (before[2] or "")[::-1]
    is_told = not article or article in _ARTICLES
    return thing in words("eponyms") and (thing in _WAYS or is_told)


def _with_capitals_before(text: Normalised, span: Span) -> Span:
    """Take in a surname written first: « DUPONT Marie »."""
    before = text.text[max(0, span.start - _LONGEST_BEFORE) : span.start]
    found = _CAPITALS_BEFORE.search(before) if before[-2:-1].isupper() else None
    if found and could_be_a_name(found.group().strip()):
        return Span(span.start - len(found.group()), span.end)
    return span


def _with_small_surname(text: Normalised, span: Span) -> Span:
    """Take in a known surname in small letters, or an unknown word where a name would end."""
    found = _SMALL_AFTER.match(text.text, span.end)
    if found and (found[1] in words("surnames") or _is_surname_here(text, found)):
        return Span(span.start, found.end())
    return span


def _is_surname_here(text: Normalised, found: re.Match[str]) -> bool:
    ends = _END_OF_NAME.match(text.text, found.end()) is not None
    return ends and len(found[1]) > _FEWEST_CAPITALS and could_be_a_name(found[1])
