"""Names that an address or an account in the same text gives away.

« Imprimerie Solvet » beside ``contact@imprimerie-solvet.fr``, « La Cabane aux Jeux » beside
``@lacabane_aux_jeux``: masking only the address would leave its owner's name in clear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import first_names
from knowledge.redaction.span import Span
from knowledge.redaction.squashed import matches
from knowledge.redaction.variants import variants_of
from knowledge.redaction.writing import is_ordinary

_ADDRESS: Final = re.compile(
    r"[\w+](?<![\w.@+-].)[\w+-]*+(?:(?:\.[\w+-]++)++(?:@[\w.-]*+)?|@[\w.-]*+)"
    r"|@[\w.-]{5,}+"
)
#: Numbers have dots too.
_MARK: Final = re.compile(r"@(?=\w)|\.(?=[a-z])")
_REACH: Final = 80
_LABEL: Final = re.compile(r"[a-z0-9_-]+")
_WORD_BEFORE: Final = re.compile(r"([a-z-]+)\.? $")
_LONGEST_WORD: Final = 40
_FEWEST_LETTERS: Final = 5
_MOST_LETTERS: Final = 40


class NamesakeRule:
    """Masks capitalised names that spell the same as an account or a domain of the text."""

    kind = MaskKind.HIDDEN

    def __init__(self, names_to_hide: Sequence[str]) -> None:
        """Leave the names to hide to their own rule, which masks them whole."""
        self._already_hidden = variants_of(names_to_hide).whole

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the names; the addresses themselves are left to their own rules."""
        marks = (found.start() for found in _MARK.finditer(text.lower))
        near = text.matches_near(marks, _ADDRESS, reach=_REACH)
        addresses = [Span(*found.span()) for found in near]
        written = {text.lower[slice(*span)] for span in addresses}
        names = {name for address in written for name in _names_in(address)}
        names -= self._already_hidden
        starts = [address.start for address in addresses]
        ends = [0, *(address.end for address in addresses)]
        for span in matches(text, names, lambda squashed, _: squashed in names):
            is_outside = span.start >= ends[bisect_right(starts, span.start)]
            if is_outside and _is_a_name(text, span):
                yield span


def _is_a_name(text: Normalised, span: Span) -> bool:
    """Ask for a capital; what follows a first name or a title is left to the rule of persons."""
    before = _WORD_BEFORE.search(text.lower[max(0, span.start - _LONGEST_WORD) : span.start])
    is_surname = before is not None and before[1] in first_names() | words("titles")
    return not text.text[slice(*span)].islower() and not is_surname


def _names_in(address: str) -> Iterator[str]:
    """Yield what an address spells, whole labels and their distinctive parts, squashed."""
    for label in _LABEL.findall(address):
        parts = re.split(r"[_-]", label)
        for name in {"".join(parts), *parts}:
            if _FEWEST_LETTERS <= len(name) <= _MOST_LETTERS and _tells(name):
                yield name


def _tells(name: str) -> bool:
    """Say whether a word of an address is somebody's, and no platform's, city's or trade's."""
    public = (words("platforms"), words("generic"), entries("cities"), first_names())
    return not name.isdigit() and not is_ordinary(name) and not any(name in each for each in public)
