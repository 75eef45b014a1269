"""A job and a town together: there is often one such person there."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

#: Up to eight words of one sentence between the job and the town.
_ROLE_TO_CAPITAL: Final = re.compile(
    r"\w+(?: [a-z'-]{1,20}){0,8} (?:a|de|d'|in|of|from|at|near|pres de) ?(?P<town>[A-Z][\w'-]+)"
)


class RoleAndCityDoubt:
    """Highlights from the job to the town."""

    reason = SuspicionReason.ROLE_AND_CITY

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield « responsable com du musée de Nantes », the town being a known one."""
        for found in text.matches_at(words("roles"), _ROLE_TO_CAPITAL, cased=True):
            if found["town"].lower() in entries("cities"):
                yield Span(*found.span())
