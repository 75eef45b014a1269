"""All the ways in which people write a name that must stay hidden."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.writing import is_ordinary

_WORD: Final = re.compile(r"[^\W_]+|[&+]")
_ANDS: Final = ("et", "and", "n", "")
_AND_SIGNS: Final = frozenset({"&", "+", "et", "and"})
_ARTICLES: Final = frozenset(
    {"le", "la", "les", "l", "the", "a", "au", "aux", "de", "du", "des", "d", "un", "une", "of"}
)
_FEWEST_LETTERS: Final = 4
_MOST_WORDS_INFLECTED: Final = 4
_FEWEST_INITIALS: Final = 3


@dataclass(frozen=True, slots=True)
class Variants:
    """Squashed forms (letters and digits only, folded, lowered) of the names to hide."""

    #: Masked wherever they stand between word boundaries.
    whole: frozenset[str]
    #: Made of ordinary words only: masked with a capital, doubted without.
    capitalised: frozenset[str]
    #: Initials, as written: masked in capitals only.
    acronyms: frozenset[str]
    #: Distinctive enough to be sought inside words, and with typing errors.
    stems: tuple[str, ...]
    #: Each word of the names, to complete a mask on its left and right.
    parts: frozenset[str]

    @property
    def forms(self) -> frozenset[str]:
        """Return every form in small letters."""
        return self.whole | self.capitalised | {each.lower() for each in self.acronyms}


def variants_of(names: Iterable[str]) -> Variants:
    """Return the variants of all names together."""
    split = [found for name in names if (found := _words_of(name))]
    forms = {form for name in split for form in _forms(name)}
    bare = {form for name in split for form in _bare_forms(name)} - forms
    ordinary = {form for form in bare if _is_made_of_ordinary_words(form, split)}
    ordinary |= {"".join(name) for name in split if len(name) == 1 and is_ordinary(name[0])}
    ordinary = {inflected for form in ordinary for inflected in _inflections(form)}
    return Variants(
        whole=frozenset((forms | bare) - ordinary),
        capitalised=frozenset(ordinary),
        acronyms=frozenset(short for name in split for short in _acronyms(name)),
        stems=tuple(sorted(_stems(split))),
        parts=frozenset(word for name in split for word in name if word not in _AND_SIGNS),
    )


def _words_of(name: str) -> tuple[str, ...]:
    found = tuple(_WORD.findall(Normalised.of(name).lower))
    return found if sum(map(len, found)) > 1 else ()


def _forms(name: Sequence[str]) -> Iterator[str]:
    """Yield the full name: every « and », articles or none inside, singular or plural."""
    choices = [_ANDS if word in _AND_SIGNS else _inflections(word) for word in name]
    if len(name) > _MOST_WORDS_INFLECTED:
        choices = [_ANDS if word in _AND_SIGNS else (word,) for word in name]
    yield from map("".join, product(*choices))
    inside = [word for word in name[1:] if word not in _ARTICLES | _AND_SIGNS]
    yield "".join((name[0], *inside))


def _bare_forms(name: Sequence[str]) -> Iterator[str]:
    """Yield the name without its article, then without what many names share."""
    for core in (_stripped(name, _ARTICLES), _stripped(name, _ARTICLES | words("generic"))):
        if sum(map(len, core)) >= _FEWEST_LETTERS and tuple(core) != tuple(name):
            yield from _forms(core)
    for word in name:
        if _is_distinctive(word):
            yield from _inflections(word)


def _stripped(name: Sequence[str], dropped: frozenset[str]) -> Sequence[str]:
    start, end = 0, len(name)
    while start < end and name[start] in dropped | _AND_SIGNS:
        start += 1
    while end > start and name[end - 1] in dropped | _AND_SIGNS:
        end -= 1
    return name[start:end]


def _inflections(word: str) -> tuple[str, ...]:
    """Return a word, its singular and its plural."""
    if len(word) < _FEWEST_LETTERS or not word.isalpha():
        return (word,)
    single = word[:-1] if word[-1] in "sx" else word
    plurals = (f"{single[:-1]}ux",) if single.endswith("al") else (f"{single}s", f"{single}x")
    return tuple(dict.fromkeys((word, single, *plurals)))


def _is_distinctive(word: str) -> bool:
    """Say whether one word of a name is enough to tell the name."""
    return (
        len(word) > _FEWEST_LETTERS
        and word not in words("generic")
        and word not in entries("cities")
        and not is_ordinary(word)
    )


def _is_made_of_ordinary_words(form: str, split: Iterable[Sequence[str]]) -> bool:
    return not any(
        word in form for name in split for word in name if len(word) > 2 and not is_ordinary(word)
    )


def _acronyms(name: Sequence[str]) -> Iterator[str]:
    """Yield initials with and without the small words, unless everybody uses them."""
    every = [word for word in name if word not in _AND_SIGNS]
    large = [word for word in every if word not in _ARTICLES]
    for chosen in (every, large):
        initials = "".join(word[0] for word in chosen).upper()
        if len(initials) >= _FEWEST_INITIALS and initials.lower() not in words("acronyms"):
            yield initials


def _stems(split: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the distinctive words, and the glued names of several words."""
    for name in split:
        yield from (word for word in name if _is_distinctive(word))
        cores = {tuple(name), tuple(_stripped(name, _ARTICLES))}
        yield from ("".join(core) for core in cores if len(core) > 1)
        if len(name) == 1 and len(name[0]) >= _FEWEST_LETTERS and not is_ordinary(name[0]):
            yield name[0]
