"""The reader's own name, where the writer speaks to them: it tells them nothing new."""

import re
from collections.abc import Iterable
from typing import Final

from knowledge.redaction.span import Span

_GREETING: Final = re.compile(
    r"\b(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|dear|ch[eè]re?|merci|thanks|thank you)"
    r"(?: (?:beaucoup|encore|bien|infiniment|mille fois|a lot|so much|again))?[ ,\u00a0\u202f]+$",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(r"\s?[,!?:…]")
_PART_OF_A_NAME: Final = re.compile(r"['’-]|[ \u00a0][A-ZÀ-Þ]")
_NEAR: Final = 40  # characters before a name that may greet, so that the work stays linear


class Addressees:
    """Those who read, by the names that they go by."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = {part.casefold() for name in names for part in (name, *name.split()[:1])}

    def are_greeted(self, text: str, name: Span) -> bool:
        """Say whether what stands there is a reader's name, and the writer speaks to them.

        “Nadia” in “Nadia Benali” is somebody else, and so may be who “Nadia a publié” tells of.
        """
        if text[slice(*name)].casefold() not in self._names:
            return False
        before, after = text[max(0, name.start - _NEAR) : name.start], text[name.end :][:2]
        if _PART_OF_A_NAME.match(after):
            return False
        begins = name.start < _NEAR and not before.strip()
        return bool(_GREETING.search(before) or (begins and _CALLED.match(after)))
