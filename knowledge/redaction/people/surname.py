"""Common surnames on their own: « Lefebvre a tout balancé »."""

from collections.abc import Iterator

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.first_name import bears_a_name
from knowledge.redaction.people.names import CAPITAL_WORD, could_be_a_name, name_at
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary


class SurnameClue:
    """Finds surnames that are no ordinary word, by a list."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield listed surnames in capitals, wherever no first name explains them."""
        known: dict[str, bool] = {}
        for found in CAPITAL_WORD.finditer(text.text):
            word = found.group()
            if word not in known:
                known[word] = _is_surname(word)
            if known[word] and not bears_a_name(text.lower, found.start()):
                yield name_at(text, *found.span())


def _is_surname(word: str) -> bool:
    lower = word.lower()
    return lower in words("surnames") and not is_ordinary(lower) and could_be_a_name(word)
