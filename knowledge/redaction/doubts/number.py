"""Long numbers that no rule recognised."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import counts

_LONG: Final = re.compile(r"\d(?<![\w,].)(?:[ ./-]?\d){5,30}(?!\w)")
_DATE_OR_THOUSANDS: Final = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,3}(?:[ .]000)+"
)


class NumberDoubt:
    """Highlights runs of six digits or more that count nothing."""

    reason = SuspicionReason.LONG_NUMBER

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the numbers; dates and round thousands are none."""
        for found in _LONG.finditer(text.lower):
            harmless = _DATE_OR_THOUSANDS.fullmatch(found.group())
            if not harmless and not counts(text.lower, found.end()):
                yield Span(*found.span())
