"""Names at the foot of a message."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, names_in
from knowledge.redaction.span import Span

_AFTER_GREETING: Final = re.compile(
    rf"\w+[ ,.!:;-]{{0,4}}\s{{0,3}}(?P<name>{CAPITAL})(?: {CAPITAL})?(?=[ .!]{{0,3}}(?:\n|$))"
)
_AFTER_A_DASH: Final = re.compile(
    rf"(?:^|\s)-{{1,2}} ?(?P<name>{CAPITAL})(?=(?: {CAPITAL}){{0,2}}[\s.!]{{0,9}}$)"
)
_ON_ITS_OWN: Final = re.compile(
    rf"\n[ \t]{{0,9}}(?P<name>{CAPITAL})(?=(?: {CAPITAL}){{0,2}}[\s.]{{0,9}}$)"
)
_LAST_CHARACTERS: Final = 120


class SignatureClue:
    """Finds who signs, after a greeting or alone on the last line."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the name of the signature."""
        greetings = text.matches_at(words("greetings"), _AFTER_GREETING, cased=True)
        yield from names_in(text, greetings)
        foot = max(0, len(text.text) - _LAST_CHARACTERS)
        for pattern in (_AFTER_A_DASH, _ON_ITS_OWN):
            yield from names_in(text, pattern.finditer(text.text, foot))
