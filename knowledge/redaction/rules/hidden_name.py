"""The names that the requester gave: their brand, colleagues, products, however written."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from rapidfuzz.distance import OSA

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.squashed import Token, longest_match, tokens_of
from knowledge.redaction.variants import variants_of
from knowledge.redaction.writing import is_ordinary, uses_capitals

_STARRED: Final = re.compile(r"(?<!\w)[a-z][a-z0-9]*+[*•]+[a-z0-9*•]*+")
_HASHTAG: Final = re.compile(r"#[^\W_][\w]*+")
_FEWEST_INSIDE: Final = 6
_FEWEST_IN_HASHTAG: Final = 4


class HiddenNameRule:
    """Masks the names to hide in every variant; see ``variants.py``."""

    kind = MaskKind.HIDDEN

    def __init__(self, names: Sequence[str]) -> None:
        """Prepare the variants once."""
        self._variants = variants_of(names)
        self._starts = self._variants.starts

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield whole names first, then what contains or resembles one."""
        if not self._starts:
            return
        tokens = tokens_of(text)
        for first, last in self._whole(text, tokens):
            yield self._completed(tokens, first, last)
        for at in self._misspelled(text, tokens):
            yield self._completed(tokens, at, at)
        yield from _inside(text, self._variants.stems)
        yield from _starred(text, self._variants.stems)

    def _whole(self, text: Normalised, tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
        """Yield the first and last token of each name that stands between word boundaries."""
        accepts = partial(self._is_name, strict=uses_capitals(text.text))
        for first in range(len(tokens)):
            last = longest_match(text, tokens, first, starts=self._starts, accepts=accepts)
            if last is not None:
                yield first, last

    def _is_name(self, squashed: str, written: str, *, strict: bool) -> bool:
        if squashed in self._variants.whole:
            return True
        if squashed in self._variants.capitalised:
            return not strict or not written.islower()
        capitals = "".join(filter(str.isalnum, written))
        return capitals in self._variants.acronyms

    def _misspelled(self, text: Normalised, tokens: Sequence[Token]) -> Iterator[int]:
        """Yield tokens one or two typing errors away from a distinctive word."""
        seen: dict[str, bool] = {}
        for at, token in enumerate(tokens):
            if token.word not in seen:
                seen[token.word] = self._resembles(token.word)
            if seen[token.word]:
                yield at

    def _resembles(self, word: str) -> bool:
        return any(_is_close(word, stem) for stem in self._variants.stems) and not is_ordinary(word)

    def _completed(self, tokens: Sequence[Token], first: int, last: int) -> Span:
        """Widen a mask to the neighbours that belong to the same name."""
        parts = self._variants.parts
        while (
            first
            and tokens[first - 1].word in parts
            and tokens[first].start - tokens[first - 1].end == 1
        ):
            first -= 1
        while (
            last + 1 < len(tokens)
            and tokens[last + 1].word in parts
            and tokens[last + 1].start - tokens[last].end == 1
        ):
            last += 1
        return Span(tokens[first].start, tokens[last].end)


def _is_close(word: str, stem: str) -> bool:
    errors = 0 if len(stem) < 5 else 1 if len(stem) < 9 else 2
    if abs(len(word) - len(stem)) > errors or not errors:
        return False
    return OSA.distance(word, stem, score_cutoff=errors) <= errors


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
        end = rest.rpartition("*")[2] if "*" in rest else rest
        letters = len(start) + len(end)
        if any(
            stem.startswith(start) and stem.endswith(end) and letters >= min(3, len(stem) - 2)
            for stem in stems
        ):
            yield Span(*found.span())
