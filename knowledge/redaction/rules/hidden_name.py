"""The names that the requester gave: their brand, colleagues, products, however written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.squashed import matches
from knowledge.redaction.variants import variants_of
from knowledge.redaction.writing import is_ordinary, uses_capitals

_STARRED: Final = re.compile(r"[a-z](?<!\w.)[a-z0-9]*+[*•]+[a-z0-9*•]*+")
_HASHTAG: Final = re.compile(r"#[^\W_][\w]*+")
_LETTERS_ONLY: Final = re.compile(r"[^\w&]|_")
_WORD_AFTER: Final = re.compile(r"[ '-]([^\W_]+)")
_BACKWARDS: Final = re.compile(r"[ '-]([^\W_]+)")
_LONGEST_WORD: Final = 40
_SMALL_WORDS: Final = (
    "de",
    "la",
    "le",
    "les",
    "des",
    "du",
    "d",
    "l",
    "et",
    "en",
    "of",
    "the",
    "and",
)
_MOST_NEIGHBOURS: Final = 4
_LONG: Final = 5
_FEWEST_INSIDE: Final = 6
_FEWEST_IN_HASHTAG: Final = 4


class Stem(NamedTuple):
    """A distinctive word, and how many typing errors it bears."""

    word: str
    errors: int


class HiddenNameRule:
    """Masks the names to hide in every variant; see ``variants.py``."""

    kind = MaskKind.HIDDEN

    def __init__(self, names: Sequence[str]) -> None:
        self._variants = variants_of(names)
        self._forms = self._variants.forms
        self._spelled_out = [_words_behind(each) for each in self._variants.initials]
        self._stems = _by_length(self._variants.stems)

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield whole names first, then what contains or resembles one."""
        if not self._forms:
            return
        accepts = partial(self._is_name, text)
        for span in (*matches(text, self._forms, accepts), *self._misspelled(text)):
            yield self._completed(text.lower, span)
        for pattern in self._spelled_out:
            yield from (Span(*found.span()) for found in pattern.finditer(text.text))
        yield from _inside(text, self._variants.stems)
        yield from _starred(text, self._variants.stems)

    def _is_name(self, text: Normalised, squashed: str, span: Span) -> bool:
        """Decide by capitals, and for an ordinary word by the article before it."""
        written = text.text[slice(*span)]
        if squashed in self._variants.whole:
            return True
        if squashed in self._variants.capitalised:
            return not written.islower()
        if squashed in self._variants.ordinary:
            return not written.islower() or _stands_as_a_name(text, span.start)
        return _LETTERS_ONLY.sub("", written) in self._variants.acronyms

    def _misspelled(self, text: Normalised) -> Iterator[Span]:
        """Yield words one or two typing errors away from a distinctive word."""
        for word, places in text.places.items():
            stems = self._stems.get(len(word))
            if stems and _resembles(word, stems) and not is_ordinary(word):
                yield from (Span(at, at + len(word)) for at in places)

    def _completed(self, lower: str, span: Span) -> Span:
        """Widen a mask to the neighbours that belong to the same name."""
        start, end = span
        for _ in range(_MOST_NEIGHBOURS if self._variants.parts else 0):
            before, after = _word_before(lower, start), _WORD_AFTER.match(lower, end)
            is_widened = False
            if self._is_part(before):
                start, is_widened = start - len(before) - 1, True
            if after and self._is_part(after[1]):
                end, is_widened = after.end(), True
            if not is_widened:
                break
        return Span(start, end)

    def _is_part(self, word: str) -> bool:
        """Say whether a word beside a mask is of the name, or of it but for one error."""
        parts = self._variants.parts
        return word in parts or any(
            OSA.distance(word, part, score_cutoff=1) <= 1 for part in parts if len(part) > _LONG
        )


def _words_behind(initials: str) -> re.Pattern[str]:
    """Return what finds « Société des Eaux du Vallon » for ``SEV``."""
    between = rf"(?:[ -](?:(?:{'|'.join(_SMALL_WORDS)})[ ']){{0,3}})"
    return re.compile(between.join(rf"{letter}[a-z]{{2,20}}+" for letter in initials))


def _stands_as_a_name(text: Normalised, at: int) -> bool:
    """Tell « éclat a fermé » from « un éclat », in a text whose author uses no capitals."""
    has_article = _word_before(text.lower, at) in words("determiners")
    return not has_article and not uses_capitals(text.text)


def _word_before(lower: str, at: int) -> str:
    """Return the word that one space, apostrophe or hyphen parts from ``at``, or nothing."""
    backwards = _BACKWARDS.match(lower[max(0, at - _LONGEST_WORD) : at][::-1])
    return backwards[1][::-1] if backwards else ""


def _errors_allowed(stem: str) -> int:
    """Return how many typing errors a word of this length bears and is still recognised."""
    return 0 if len(stem) < 5 else 1 if len(stem) < 9 else 2


def _by_length(stems: Iterable[str]) -> Mapping[int, Sequence[Stem]]:
    """Sort stems by the lengths that their misspellings may have."""
    lengths: dict[int, list[Stem]] = defaultdict(list)
    for word in stems:
        errors = _errors_allowed(word)
        for length in range(len(word) - errors, len(word) + errors + 1) if errors else ():
            lengths[length].append(Stem(word, errors))
    return lengths


def _resembles(word: str, stems: Iterable[Stem]) -> bool:
    return any(_is_close(word, stem) for stem in stems)


def _is_close(word: str, stem: Stem) -> bool:
    """Bear one error anywhere, two if the first letter is right."""
    distance = OSA.distance(word, stem.word, score_cutoff=stem.errors)
    return distance <= 1 or (distance <= stem.errors and word[0] == stem.word[0])


def _inside(text: Normalised, stems: Sequence[str]) -> Iterator[Span]:
    """Yield names glued into longer words: ``#boycottombrine``, ``ombrinegate``, ``Ombrine24``."""
    for stem in stems:
        if len(stem) >= _FEWEST_INSIDE:
            for found in re.finditer(rf"{stem}\d*+", text.lower):
                yield Span(*found.span())
    for tag in _HASHTAG.finditer(text.lower):
        for stem in stems:
            if len(stem) >= _FEWEST_IN_HASHTAG and (at := tag.group().find(stem)) > 0:
                yield Span(tag.start() + at, tag.start() + at + len(stem))


def _starred(text: Normalised, stems: Sequence[str]) -> Iterator[Span]:
    """Yield names with stars for letters: ``Omb***e``."""
    for found in _STARRED.finditer(text.lower):
        start, _, rest = found.group().replace("•", "*").partition("*")
        end = rest.rpartition("*")[2]
        letters = len(start) + len(end)
        if any(
            stem.startswith(start) and stem.endswith(end) and letters >= min(3, len(stem) - 2)
            for stem in stems
        ):
            yield Span(*found.span())
