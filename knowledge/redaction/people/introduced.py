"""Names that a word introduces: « s'appelle Louna », « signé Castel », « J. Dupont »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, names_after

_INTRODUCED: Final = re.compile(
    r"(?<![\w-])(?i:s'appel(?:le|ait|ant|lerait)|(?:se|me) nomme|nommee?s?|denommee?s?|surnommee?s?"
    r"|prenommee?|prenoms?|noms?|signee?s?|signature(?: de)?|un certain|une certaine|la famille"
    r"|les epoux|le couple|m'appelle|named|called|surnamed|full name|a certain|signed(?: by)?"
    rf"|my name is)(?: complet| de famille)?[ :,(\"]{{1,4}}(?P<name>{CAPITAL})(?![\w@])"
)
_INITIALS: Final = re.compile(
    r"(?<![\w.'-])(?:[A-Z]\.(?:[ -]?[A-Z]\.)? ?)"
    rf"(?P<name>[A-Z][a-z]{{2,}}+(?:-{CAPITAL})?)(?![\w@])"
)


class IntroducedClue:
    """Finds names by the words or the initials before them."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield names in capitals only."""
        yield from names_after(text, _INTRODUCED)
        for found in _INITIALS.finditer(text.text):
            if found["name"].lower() not in words("function_words"):
                yield Span(*found.span())
