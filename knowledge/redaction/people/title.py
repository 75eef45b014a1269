"""Names after a title: « Mme Quentric », « Maître Aubusson », « Dr. O'Neill »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, could_be_a_name, name_at, never_a_name
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary

_PARTICLES: Final = r"(?:(?i:de|du|des|la|le|van|von|der|el|al|ben|da|dos|di) |[dD]'){0,3}"
_TITLED: Final = re.compile(
    rf"(?P<title>\w+)\.? (?P<particles>{_PARTICLES})(?P<name>{CAPITAL})(?![\w@])"
)
#: In small letters, only after an abbreviation that is always a title.
_SMALL: Final = re.compile(
    r"(?:(?<!\d )m\.|mr|mme|mlle|mrs|dr) (?:(?:de|du|le|la) ){0,2}"
    r"(?P<name>[a-z][a-z'-]{2,30}+)(?![\w@])"
)
_ABBREVIATIONS: Final = ("m", "mr", "mme", "mlle", "mrs", "dr")
#: « Me Sorbier » is a lawyer; « me » is a pronoun, and « m » a metre.
_CAPITAL_TITLES: Final = frozenset({"me", "m"})


class TitleClue:
    """Finds names by the title before them; the title itself stays."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield surnames, and first names with them."""
        for found in text.matches_at(words("titles"), _TITLED, cased=True):
            if found["title"] not in _CAPITAL_TITLES and _may_be_titled(found):
                start = found.start("particles") if found["particles"] else found.start("name")
                yield name_at(text, start, found.end("name"))
        for found in text.matches_at(_ABBREVIATIONS, _SMALL, cased=True):
            if could_be_a_name(found["name"]) and not is_ordinary(found["name"]):
                yield Span(*found.span("name"))


def _may_be_titled(found: re.Match[str]) -> bool:
    """Take ordinary words too (« Mme Petit »), but no role (« Madame la Directrice »)."""
    name = found["name"].lower()
    is_role = name in words("roles") and bool(found["particles"])
    return not is_role and (name in words("roles") or name not in never_a_name())
