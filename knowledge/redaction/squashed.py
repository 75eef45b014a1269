"""Finds names word by word, whatever separates their words or their letters."""

import re
from collections.abc import Callable, Iterator, Set
from typing import Final

from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

#: What may stand between the words of a name, or between its spaced letters, and a word.
_NEXT: Final = re.compile(r"[\s_.'&/+*·•|:-]{0,3}([^\W_]+)")
#: Digits that stand for letters (« 0mbrine »), tried when the plain reading fails.
_LEET: Final = str.maketrans("013457", "oleast")


def matches(
    text: Normalised, names: Set[str], accepts: Callable[[str, Span], bool]
) -> Iterator[Span]:
    """Yield the longest names that start at each word of a text.

    ``names`` are squashed: letters and digits only, folded, in small letters. ``accepts`` is
    asked with the squashed letters and where they stand.
    """
    if not names:
        return
    starts = {name[:end] for name in names for end in range(1, len(name) + 1)}
    for word, places in text.places.items():
        if _beginning(word, starts):
            for at in places:
                end = _longest(text, at, starts, accepts)
                if end:
                    yield Span(at, end)


def _longest(
    text: Normalised, first: int, starts: Set[str], accepts: Callable[[str, Span], bool]
) -> int:
    """Return where the longest name that starts at ``first`` ends, or 0."""
    end, squashed = 0, ""
    step = _NEXT.match(text.lower, first)
    while step:
        squashed = _beginning(squashed + step[1], starts)
        if not squashed:
            break
        if accepts(squashed, Span(first, step.end())):
            end = step.end()
        step = _NEXT.match(text.lower, step.end())
    return end


def _beginning(squashed: str, starts: Set[str]) -> str:
    """Return the letters if a name starts with them, also read as leet, or nothing."""
    if squashed in starts:
        return squashed
    if squashed.isalpha() or squashed.isdigit():
        return ""
    letters = squashed.translate(_LEET)
    return letters if letters in starts else ""
