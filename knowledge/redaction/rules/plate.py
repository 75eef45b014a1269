"""Number plates of vehicles."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_FRENCH: Final = re.compile(r"(?<![\w-])[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}(?![\w-])")
_ANNOUNCED: Final = re.compile(
    r"(?<!\w)(?:immatricul\w{0,6}|plaques?|(?:number|licen[cs]e) plate|registration|reg)"
    r"[^\w\n]{1,4}(?:est |is |en |: )?"
    r"(?P<plate>(?:[a-z]{2} ?-? ?\d{3} ?-? ?[a-z]{2}|\d{1,4} ?[a-z]{2,3} ?\d{2}"
    r"|[a-z]{2}\d\d ?[a-z]{3}|\d-[a-z]{3}-\d{3}))(?!\w)"
)


class PlateRule:
    """Masks number plates."""

    kind = MaskKind.PLATE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield plates in capitals, and others after the word that announces them."""
        for found in _FRENCH.finditer(text.text):
            yield Span(*found.span())
        for found in _ANNOUNCED.finditer(text.lower):
            yield Span(*found.span("plate"))
