"""Names that a word introduces: « s'appelle Louna », « signé Castel », « J. Dupont »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, names_in
from knowledge.redaction.span import Span

_INTRODUCED: Final = re.compile(
    r"\w+(?:(?: complet| de famille| de| by| is)?[ :,(\"]{1,4}"
    r"|(?: [a-z'-]{1,20}){1,5}(?:, |: | \())"
    rf"(?P<name>{CAPITAL})(?![\w@])"
)
_INITIALS: Final = re.compile(
    r"[A-Z](?<![\w.'-].)\.(?:[ -]?[A-Z]\.)? ?"
    rf"(?P<name>[A-Z][a-z]{{2,}}+(?:-{CAPITAL})?)(?![\w@])"
)


class IntroducedClue:
    """Finds names by the words or the initials before them."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield names in capitals only."""
        introduced = text.matches_at(words("introductions"), _INTRODUCED, cased=True)
        yield from names_in(text, introduced)
        for found in _INITIALS.finditer(text.text):
            is_title = found.group().startswith("M.") and "-" not in found.group()
            is_pronoun = found.group().startswith("I. ")
            is_name = found["name"].lower() not in words("function_words")
            if is_name and not is_title and not is_pronoun:
                yield Span(*found.span())
