"""Names that an address or an account in the same text gives away.

« Imprimerie Solvet » beside ``contact@imprimerie-solvet.fr``, « La Cabane aux Jeux » beside
``@lacabane_aux_jeux``: masking only the address would leave its owner's name in clear.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import first_names
from knowledge.redaction.squashed import Token, beginnings, longest_match, tokens_of
from knowledge.redaction.variants import variants_of
from knowledge.redaction.writing import is_ordinary

_ADDRESS: Final = re.compile(
    r"(?<![\w@.+-])[\w.+-]*+@[\w.-]++|(?:https?://|www\.)[^\s<>()\"]++"
    r"|(?<![\w@.-])[\w-]++(?:\.[\w-]++)++"
)
_LABEL: Final = re.compile(r"[a-z0-9_-]+")
_FEWEST_LETTERS: Final = 5


class NamesakeRule:
    """Masks capitalised names that spell the same as an account or a domain of the text."""

    kind = MaskKind.HIDDEN

    def __init__(self, names_to_hide: Sequence[str]) -> None:
        """Leave the names to hide to their own rule, which masks them whole."""
        self._already_hidden = variants_of(names_to_hide).whole

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the names; the addresses themselves are left to their own rules."""
        addresses = [Span(*found.span()) for found in _ADDRESS.finditer(text.lower)]
        names = {name for span in addresses for name in _names_in(text.lower[slice(*span)])}
        names -= self._already_hidden
        if not names:
            return
        starts = beginnings(names)
        tokens = _outside(tokens_of(text), addresses)
        for first, token in enumerate(tokens):
            last = longest_match(
                text,
                tokens,
                first,
                starts=starts,
                accepts=lambda squashed, written: squashed in names and not written.islower(),
            )
            if last is not None and not (first and tokens[first - 1].word in first_names()):
                yield Span(token.start, tokens[last].end)


def _outside(tokens: Sequence[Token], addresses: Sequence[Span]) -> list[Token]:
    """Leave out the tokens of the addresses themselves."""
    ends = [0, *(address.end for address in addresses)]
    starts = [address.start for address in addresses]
    return [token for token in tokens if token.start >= ends[bisect_right(starts, token.start)]]


def _names_in(address: str) -> Iterator[str]:
    """Yield what an address spells, whole labels and their distinctive parts, squashed."""
    for label in _LABEL.findall(address):
        parts = re.split(r"[_-]", label)
        for name in {"".join(parts), *parts}:
            if len(name) >= _FEWEST_LETTERS and _tells(name):
                yield name


def _tells(name: str) -> bool:
    """Say whether a word of an address is somebody's, and no platform's, city's or trade's."""
    public = (words("platforms"), words("generic"), entries("cities"), first_names())
    return not name.isdigit() and not is_ordinary(name) and not any(name in each for each in public)
