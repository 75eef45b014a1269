"""A text as the models see it: its words, and what a word list finds in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.triage.lexicon import Lexicon, Match
from knowledge.triage.tokens import Token, normalised, tokenise


@dataclass(frozen=True, slots=True)
class Reading:
    """The words of ``text`` and the concepts said in them."""

    text: str
    tokens: Sequence[Token]
    matches: Sequence[Match]

    def phrase(self, match: Match) -> str:
        """Return the writer's own words for ``match``."""
        first, last = self.tokens[match.start], self.tokens[match.stop - 1]
        return self.text[first.start : last.end]

    def only(self, match: Match) -> "Reading":
        """Return the same text as if nothing but ``match`` had been written."""
        said = [match] if match.concept else []
        return Reading(self.text, self.tokens[match.start : match.stop], said)


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read ``text`` with ``lexicon``."""
    text = normalised(text)
    tokens = tokenise(text)
    return Reading(text, tokens, lexicon.match(tokens))
