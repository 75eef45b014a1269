"""Number plates of vehicles."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_FRENCH: Final = re.compile(r"-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])")
_FRENCH_START: Final = re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}$")
_ANNOUNCED: Final = re.compile(
    r"\w+(?: plate)?[^\w\n]{1,4}(?:est |is |en |: )?"
    r"(?P<plate>(?:[a-z]{2} ?-? ?\d{3} ?-? ?[a-z]{2}|\d{1,4} ?[a-z]{2,3} ?\d{2}"
    r"|[a-z]{2}\d\d ?[a-z]{3}|\d-[a-z]{3}-\d{3}))(?!\w)"
)
_WORDS: Final = (
    *("immatricule", "immatriculee", "immatriculation", "plaque", "plaques", "plate"),
    *("registration", "reg"),
)


class PlateRule:
    """Masks number plates."""

    kind = MaskKind.PLATE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield plates in capitals, and others after the word that announces them."""
        for found in _FRENCH.finditer(text.text):
            start = found.start() - 2
            if start >= 0 and _FRENCH_START.search(text.text[max(0, start - 1) : start + 2]):
                yield Span(start, found.end())
        for found in text.matches_at(_WORDS, _ANNOUNCED):
            yield Span(*found.span("plate"))
