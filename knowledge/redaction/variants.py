"""All the ways in which people write a name that must stay hidden."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import first_names
from knowledge.redaction.writing import is_ordinary

_WORD: Final = re.compile(r"[^\W_]+|[&+]")
_INITIALS: Final = re.compile(r"[A-Z]{3,6}")
_ANDS: Final = ("et", "and", "n", "")
_AND_SIGNS: Final = frozenset({"&", "+", "et", "and"})
_SAINTS: Final = {"saint": ("saint", "st"), "st": ("saint", "st"), "sainte": ("sainte", "ste")}
#: « Quatre Saules » is « 4 Saules ».
_NUMBERS: Final = {
    "deux": "2",
    "trois": "3",
    "quatre": "4",
    "cinq": "5",
    "six": "6",
    "sept": "7",
    "huit": "8",
    "neuf": "9",
    "dix": "10",
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
}
_ARTICLES: Final = frozenset(
    {"le", "la", "les", "l", "the", "a", "au", "aux", "de", "du", "des", "d", "un", "une", "of"}
)
_FEWEST_LETTERS: Final = 4
#: « petits pas » is anybody's, « cabane aux jeux » is a name already.
_FEWEST_LETTERS_OF_A_PHRASE: Final = 12
_MOST_WORDS_INFLECTED: Final = 4
_FEWEST_INITIALS: Final = 3
_FEWEST_WORDS_OF_A_PHRASE: Final = 3


@dataclass(frozen=True, slots=True)
class Variants:
    """Squashed forms (letters and digits only, folded, lowered) of the names to hide."""

    #: Masked wherever they stand between word boundaries.
    whole: frozenset[str]
    #: Part of a name, and made of ordinary words only: masked with a capital.
    capitalised: frozenset[str]
    #: Whole names that are one ordinary word (« Éclat »): the sentence has to decide.
    ordinary: frozenset[str]
    #: Initials, as written: masked in capitals only.
    acronyms: frozenset[str]
    #: Names to hide that are initials: the words they stand for are sought too.
    initials: tuple[str, ...]
    #: Distinctive enough to be sought inside words, and with typing errors.
    stems: tuple[str, ...]
    #: Each telling word of the names, to complete a mask on its left and right.
    parts: frozenset[str]

    @property
    def forms(self) -> frozenset[str]:
        """Return every form in small letters."""
        acronyms = {each.lower().replace("&", "") for each in self.acronyms}
        return self.whole | self.capitalised | self.ordinary | acronyms


def variants_of(names: Sequence[str]) -> Variants:
    """Return the variants of all names together."""
    split = [found for name in names if (found := _words_of(name))]
    forms, ordinary = _of_all(split, _forms), _of_all(split, _ordinary_forms)
    bare = _of_all(split, _bare_forms) - forms
    capitalised = _needing_a_capital(bare, split) - ordinary
    return Variants(
        whole=(forms | bare) - capitalised - ordinary,
        capitalised=capitalised,
        ordinary=ordinary,
        acronyms=_of_all(split, _acronyms),
        initials=tuple(name.strip() for name in names if _INITIALS.fullmatch(name.strip())),
        stems=tuple(sorted(_of_all(split, _stems))),
        parts=frozenset(word for name in split for word in name) - _ARTICLES - _AND_SIGNS,
    )


def _of_all(
    names: Iterable[Sequence[str]], forms_of: Callable[[Sequence[str]], Iterable[str]]
) -> frozenset[str]:
    return frozenset(form for name in names for form in forms_of(name))


def _needing_a_capital(bare: Iterable[str], split: Iterable[Sequence[str]]) -> frozenset[str]:
    """Return the short parts of names that anybody could write who means something else."""
    short = {form for form in bare if len(form) < _FEWEST_LETTERS_OF_A_PHRASE}
    telling = _of_all(split, _with_article) | _of_all(split, _phrase)
    return frozenset(form for form in short - telling if _is_made_of_ordinary_words(form, split))


def _words_of(name: str) -> tuple[str, ...]:
    found = tuple(_WORD.findall(Normalised.of(name).lower))
    return found if sum(map(len, found)) > 1 else ()


def _forms(name: Sequence[str]) -> Iterator[str]:
    """Yield the full name: every « and », articles or none inside, singular or plural."""
    inflected = len(name) <= _MOST_WORDS_INFLECTED
    yield from map("".join, product(*(_choices(word, inflected=inflected) for word in name)))
    inside = [word for word in name[1:] if word not in _ARTICLES | _AND_SIGNS]
    yield "".join((name[0], *inside))


def _ordinary_forms(name: Sequence[str]) -> Iterator[str]:
    """Yield a name that is one word of the dictionary, singular and plural."""
    if len(name) == 1 and is_ordinary(name[0]):
        yield from _inflections(name[0])


def _choices(word: str, *, inflected: bool) -> tuple[str, ...]:
    if word in _AND_SIGNS:
        return _ANDS
    if word in _SAINTS:
        return _SAINTS[word]
    if word in _NUMBERS:
        return (word, _NUMBERS[word])
    return _inflections(word) if inflected else (word,)


def _bare_forms(name: Sequence[str]) -> Iterator[str]:
    """Yield the name without article, without what many names share, and its telling words."""
    cores = {tuple(_stripped(name, _ARTICLES | extra)) for extra in (frozenset(), words("generic"))}
    cores |= {core[:-1] for core in cores if len(core) > 2}
    for core in cores:
        if sum(map(len, core)) >= _FEWEST_LETTERS and core != tuple(name):
            yield from _forms(core)
    yield from _with_article(name)
    for word in name:
        if _is_distinctive(word) or (word in first_names() and len(name) > 1):
            yield from _inflections(word)


def _with_article(name: Sequence[str]) -> Iterator[str]:
    """Yield « la ruche » of « La Ruche Mutuelle »: people keep the article of such a name."""
    generic = words("generic")
    if len(name) == 3 and name[0] in _ARTICLES and name[2] in generic and name[1] not in generic:
        yield "".join(name[:2])


def _phrase(name: Sequence[str]) -> Iterator[str]:
    """Yield « nuits du port » of « Les Nuits du Port »: three words in a row are no chance."""
    for extra in (frozenset[str](), words("generic")):
        core = _stripped(name, _ARTICLES | extra)
        if len(core) >= _FEWEST_WORDS_OF_A_PHRASE:
            yield "".join(core)


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
        and not _is_common(word)
    )


def _is_common(word: str) -> bool:
    """Say whether a word is in the dictionary, or a first name that is (« Constance »)."""
    ambiguous = words("first_names_capital") | words("first_names_doubtful")
    return is_ordinary(word) or word in ambiguous


def _is_made_of_ordinary_words(form: str, split: Iterable[Sequence[str]]) -> bool:
    return not any(
        word in form for name in split for word in name if len(word) > 2 and not _is_common(word)
    )


def _acronyms(name: Sequence[str]) -> Iterator[str]:
    """Yield initials with and without the small words, unless everybody uses them."""
    every = [word for word in name if word not in _AND_SIGNS]
    large = [word for word in every if word not in _ARTICLES]
    for chosen in (every, large):
        initials = "".join(word[0] for word in chosen).upper()
        if len(initials) >= _FEWEST_INITIALS and initials.lower() not in words("acronyms"):
            yield initials
    if len(large) < len(name) and len(large) == 2:
        yield f"{large[0][0]}&{large[1][0]}".upper()


def _stems(name: Sequence[str]) -> Iterator[str]:
    """Yield the distinctive words, and the glued name of several words."""
    yield from (word for word in name if _is_distinctive(word))
    if len(name) > 1:
        yield "".join(name)
        yield "".join(_stripped(name, _ARTICLES))
    elif len(name[0]) >= _FEWEST_LETTERS and not is_ordinary(name[0]):
        yield name[0]
