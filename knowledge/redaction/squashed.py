"""Finds names word by word, whatever separates their words or their letters."""

import re
from collections.abc import Callable, Container, Sequence
from typing import Final, NamedTuple

from knowledge.redaction.normalise import Normalised

_TOKEN: Final = re.compile(r"[^\W_]+")
#: What may stand between the words of a name, or between its spaced letters.
_GAP: Final = re.compile(r"[\s_.'&/+*·•|:-]{0,3}")
#: Digits and signs that stand for letters (« 0mbrine »), tried when the plain reading fails.
_LEET: Final = str.maketrans("013457", "oleast")


class Token(NamedTuple):
    """A run of letters and digits, where it stands."""

    word: str
    start: int
    end: int


def tokens_of(text: Normalised) -> list[Token]:
    """Return the tokens of a text, in small letters."""
    return [Token(found.group(), *found.span()) for found in _TOKEN.finditer(text.lower)]


def longest_match(
    text: Normalised,
    tokens: Sequence[Token],
    first: int,
    *,
    starts: Container[str],
    accepts: Callable[[str, str], bool],
) -> int | None:
    """Return the last token of the longest name that starts at ``first``.

    ``starts`` holds every beginning of every name, to give up early; ``accepts`` is asked with
    the squashed letters and with the text as written.
    """
    found, squashed = None, ""
    for last in range(first, len(tokens)):
        if last > first and not _GAP.fullmatch(text.text, tokens[last - 1].end, tokens[last].start):
            break
        squashed = _beginning(squashed + tokens[last].word, starts)
        if not squashed:
            break
        if accepts(squashed, text.text[tokens[first].start : tokens[last].end]):
            found = last
    return found


def _beginning(squashed: str, starts: Container[str]) -> str:
    """Return the letters if a name starts with them, also read as leet, or nothing."""
    readings = (squashed, squashed.translate(_LEET))
    return next((reading for reading in readings if reading in starts), "")


def beginnings(forms: set[str] | frozenset[str]) -> frozenset[str]:
    """Return every beginning of every form."""
    return frozenset(form[:end] for form in forms for end in range(1, len(form) + 1))
