"""Brands: the names that an organisation goes by in a text."""

import re
from dataclasses import dataclass

from knowledge.model import Case
from knowledge.words import words

_PARTS = re.compile(r"[()/,]| / ")
_PLACES = frozenset({"france", "royaume-uni", "monde", "taïwan", "lyon", "américaine"})
# Names that are also everyday words: only a capital letter makes them a brand.
_EVERYDAY = frozenset({"orange", "mango", "unity", "buffer", "ethic", "oasis", "free", "accor"})
_LONGEST_NAME = 5


@dataclass(frozen=True, slots=True, order=True)
class Brand:
    """One name of an organisation."""

    name: str

    def within(self, text: str) -> bool:
        """Tell whether ``text`` names it, whatever the accents and capitals."""
        if self.name.lower() in _EVERYDAY:
            return re.search(rf"\b{re.escape(self.name)}\b", text) is not None
        return f" {' '.join(words(self.name))} " in f" {' '.join(words(text))} "


def brands(case: Case) -> frozenset[Brand]:
    """Return the names of a case's organisation: in full, in parts, without the country."""
    names: set[str] = set()
    for part in map(str.strip, _PARTS.split(case.organisation)):
        pieces = part.split()
        # A description ("jus Oasis", "Un restaurant de…") is no name.
        if not part[:1].isupper() and not part[:1].isdigit():
            continue
        names.add(part)
        if len(pieces) > 1 and pieces[-1].lower() in _PLACES and len(pieces[0]) > 2:
            names.add(" ".join(pieces[:-1]))
        if pieces[0].endswith(("'s", "’s")):
            names.add(pieces[0])
    return frozenset(Brand(name) for name in names if len(name.split()) <= _LONGEST_NAME)
