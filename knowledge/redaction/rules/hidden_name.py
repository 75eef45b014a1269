"""The names that the requester gave: their brand, colleagues, products, however written."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.squashed import matches
from knowledge.redaction.variants import variants_of
from knowledge.redaction.writing import is_ordinary, uses_capitals

_STARRED: Final = re.compile(r"[a-z](?<!\w.)[a-z0-9]*+[*•]+[a-z0-9*•]*+")
_HASHTAG: Final = re.compile(r"#[^\W_][\w]*+")
_WORD_BEFORE: Final = re.compile(r"([^\W_]+)[ '-]$")
_WORD_AFTER: Final = re.compile(r"[ '-]([^\W_]+)")
_LONGEST_WORD: Final = 40
_MOST_NEIGHBOURS: Final = 4
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
        self._stems = _by_length(self._variants.stems)

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield whole names first, then what contains or resembles one."""
        if not self._forms:
            return
        accepts = partial(self._is_name, strict=uses_capitals(text.text))
        for span in (*matches(text, self._forms, accepts), *self._misspelled(text)):
            yield self._completed(text.lower, span)
        yield from _inside(text, self._variants.stems)
        yield from _starred(text, self._variants.stems)

    def _is_name(self, squashed: str, written: str, *, strict: bool) -> bool:
        if squashed in self._variants.whole:
            return True
        if squashed in self._variants.capitalised:
            return not strict or not written.islower()
        capitals = "".join(filter(str.isalnum, written))
        return capitals in self._variants.acronyms

    def _misspelled(self, text: Normalised) -> Iterator[Span]:
        """Yield words one or two typing errors away from a distinctive word."""
        for word, places in text.places.items():
            stems = self._stems.get(len(word))
            if stems and _resembles(word, stems) and not is_ordinary(word):
                yield from (Span(at, at + len(word)) for at in places)

    def _completed(self, lower: str, span: Span) -> Span:
        """Widen a mask to the neighbours that belong to the same name."""
        start, end = span
        for _ in range(_MOST_NEIGHBOURS):
            before = _WORD_BEFORE.search(lower[max(0, start - _LONGEST_WORD) : start])
            if before and before[1] in self._variants.parts:
                start -= len(before.group())
            after = _WORD_AFTER.match(lower, end)
            if after and after[1] in self._variants.parts:
                end = after.end()
        return Span(start, end)


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
    return any(
        OSA.distance(word, stem.word, score_cutoff=stem.errors) <= stem.errors for stem in stems
    )


def _inside(text: Normalised, stems: Sequence[str]) -> Iterator[Span]:
    """Yield distinctive words glued into longer ones: ``#boycottombrine``, ``ombrinegate``."""
    for stem in stems:
        if len(stem) >= _FEWEST_INSIDE:
            at = text.lower.find(stem)
            while at >= 0:
                yield Span(at, at + len(stem))
                at = text.lower.find(stem, at + len(stem))
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
