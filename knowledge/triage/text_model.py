"""Gives each label of a task a probability, and shows the words that speak for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.triage.features import Vocabulary
from knowledge.triage.lexicon import Lexicon, Match
from knowledge.triage.logistic import Logistic
from knowledge.triage.reading import Reading, read

_PHRASES = 3  # shown as evidence
_SHORTEST_WORD = 4


@dataclass(frozen=True, slots=True)
class TextModel:
    """A trained task."""

    labels: Sequence[str]
    lexicon: Lexicon
    vocabulary: Vocabulary
    logistic: Logistic

    def read(self, text: str) -> Reading:
        """Read ``text`` with the task's word list."""
        return read(text, self.lexicon)

    def probabilities(self, reading: Reading) -> dict[str, float]:
        """Return the probability of each label."""
        values = self.logistic.probabilities(self.vocabulary.row(reading))
        return dict(zip(self.labels, values.tolist(), strict=True))

    def evidence(self, reading: Reading, label: str) -> tuple[str, ...]:
        """Return the phrases which, read alone, speak most for ``label``, strongest first."""
        column = self.labels.index(label)
        scored = [(self._alone(reading, match, column), match) for match in _phrases(reading)]
        kept: list[Match] = []
        for score, match in sorted(scored, key=lambda pair: (-pair[0], pair[1].start)):
            if score > 0 and len(kept) < _PHRASES and not any(_touch(match, k) for k in kept):
                kept.append(match)
        return tuple(reading.phrase(match) for match in kept)

    def _alone(self, reading: Reading, match: Match, column: int) -> float:
        return float(self.logistic.scores(self.vocabulary.row(reading.only(match)))[column])


def _phrases(reading: Reading) -> list[Match]:
    """Return what was found, or the longer words if nothing was."""
    if reading.matches:
        return list(reading.matches)
    return [
        Match("", place, place + 1)
        for place, token in enumerate(reading.tokens)
        if len(token.word) >= _SHORTEST_WORD
    ]


def _touch(one: Match, other: Match) -> bool:
    return one.start < other.stop and other.start < one.stop
