from collections.abc import Callable

import pytest

from knowledge.redaction.model import Finder
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.redactor import apart

Finds = Callable[[Finder, str], list[str]]


@pytest.fixture(scope="session")
def finds() -> Finds:
    """Return what a rule, a clue or a doubt finds in a text, as the text's own pieces."""

    def find(finder: Finder, text: str) -> list[str]:
        view = Normalised.of(text)
        spans = apart(view.whole(span) for span in finder.find(view))
        return [text[slice(*view.origin(span))] for span in spans]

    return find
