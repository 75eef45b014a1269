"""Names after a title: « Mme Quentric », « Maître Aubusson », « Dr. O'Neill »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import CAPITAL, could_be_a_name, name_at, never_a_name
from knowledge.redaction.writing import is_ordinary

_TITLE: Final = (
    r"(?i:m\.|mrs?\.?|mmes?\.?|mlles?\.?|ms\.?|miss|mister|maitre|dr\.?|docteur|pr\.?|prof\.?"
    r"|professeur|monsieur|madame|mademoiselle|sir|lady|lord|doctor|professor|judge|captain"
    r"|capitaine|commandant|colonel|lieutenant|adjudant|sergent|general|soeur|frere|pere|abbe"
    r"|officer|detective|nurse|rabbi|imam|pasteur|pastor|father|brother|uncle|aunt|tonton|tata"
    r"|tatie|oncle|tante|veuve|comte|comtesse|marquis|baron|baronne|prince|princesse|duc|duchesse)"
)
_PARTICLES: Final = r"(?:(?i:de|du|des|la|le|van|von|der|el|al|ben|da|dos|di) |[dD]'){0,3}"
_TITLED: Final = re.compile(
    rf"(?<![\w'.-])(?:{_TITLE}|Me\.?|M) (?P<particles>{_PARTICLES})(?P<name>{CAPITAL})(?![\w@])"
)
#: In small letters, only after an abbreviation that is always a title.
_SMALL: Final = re.compile(
    r"(?<![\w'.-])(?:(?<!\d )m\.|mr|mme|mlle|mrs|dr) (?:(?:de|du|le|la) ){0,2}"
    r"(?P<name>[a-z][a-z'-]{2,30}+)(?![\w@])"
)


class TitleClue:
    """Finds names by the title before them; the title itself stays."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield surnames, and first names with them."""
        for found in _TITLED.finditer(text.text):
            if found["name"].lower() not in never_a_name():
                start = found.start("particles") if found["particles"] else found.start("name")
                yield name_at(text, start, found.end("name"))
        for found in _SMALL.finditer(text.text):
            if could_be_a_name(found["name"]) and not is_ordinary(found["name"]):
                yield Span(*found.span("name"))
