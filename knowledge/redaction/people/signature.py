"""Names at the foot of a message."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, names_after

_GREETING: Final = (
    r"(?i:cordialement|bien a vous|bien cordialement|cdlt|amities|bises|bisous|a bientot"
    r"|merci d'avance|merci|bonne (?:journee|soiree)|salutations|regards|best|sincerely|thanks"
    r"|thank you|cheers|yours|love|kind regards|best wishes|sign(?:e|ed|ature))"
)
_AFTER_GREETING: Final = re.compile(
    rf"(?<!\w){_GREETING}[ ,.!:;-]{{0,4}}\s{{0,3}}(?P<name>{CAPITAL})(?: {CAPITAL})?"
    r"(?=[ .!]{0,3}(?:\n|$))"
)
_AFTER_A_DASH: Final = re.compile(
    rf"\s-{{1,2}} ?(?P<name>{CAPITAL})(?=(?: {CAPITAL}){{0,2}}[\s.!]*$)"
)
_ON_ITS_OWN: Final = re.compile(rf"\n[ \t]*(?P<name>{CAPITAL})(?=(?: {CAPITAL}){{0,2}}[ .]?\s*$)")


class SignatureClue:
    """Finds who signs, after a greeting or alone on the last line."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the name of the signature."""
        for pattern in (_AFTER_GREETING, _AFTER_A_DASH, _ON_ITS_OWN):
            yield from names_after(text, pattern)
