"""Streets and squares without a number: the story's place may tell the story's people."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_WAYS: Final = (
    *("avenue", "boulevard", "place", "quai", "cours", "square", "route", "rond", "passage"),
    *("quartier", "gare", "lycee", "college", "hopital", "stade", "aeroport", "zac", "zone"),
    *("street", "road", "school", "hospital", "station"),
)
_PLACE: Final = re.compile(
    r"\w+(?:[ -]point)?(?: (?:de|du|des|de la|d'|l'|les?|la)){0,3}[ ']?"
    r"[A-Z][\w'-]++(?: [A-Z][\w'-]++)*+"
)


class PlaceDoubt:
    """Highlights named places of a town."""

    reason = SuspicionReason.PLACE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the kind of place with its name."""
        for found in text.matches_at(_WAYS, _PLACE, cased=True):
            yield Span(*found.span())
