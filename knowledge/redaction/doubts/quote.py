"""Long quotations: pasted into a search engine, the exact words of a post lead to its author."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_QUOTED: Final = re.compile(r'"(?P<words>[^"\n]{1,600})"')
_FEWEST_WORDS: Final = 6


class QuoteDoubt:
    """Highlights what stands between quotation marks, from six words on."""

    reason = SuspicionReason.QUOTE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the quotations, without their marks."""
        for found in _QUOTED.finditer(text.text):
            if len(found["words"].split()) >= _FEWEST_WORDS:
                yield Span(*found.span("words"))
